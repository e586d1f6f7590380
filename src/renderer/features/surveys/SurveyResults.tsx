import { Button } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { keyed } from '@renderer/components/charts/chartTable'
import { counted, sideLabels } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { Survey } from '@shared/contract/surveys'
import { alphaWords } from '@shared/domain/surveys/alpha'
import { planOf } from '@shared/domain/surveys/plan'
import { MeanTable } from './MeanTable'
import { ScoresOverTime } from './ScoresOverTime'
import classes from './Surveys.module.css'
import { WhoAnswered } from './WhoAnswered'
import { meanText, resultWords } from './words'

interface Props {
  survey: Survey
  /** Null: in no program. */
  programId: number | null
  /** Opens one of the ways in, or the editor. */
  onOpen: (dialog: 'answer' | 'import' | 'edit') => void
}

/** What one survey says of a program. */
export function SurveyResults({ survey, programId, onOpen }: Props) {
  const { scale } = survey
  const { data: results } = useRecords(
    'surveys.results',
    { templateId: survey.id, programId },
    { keep: false },
  )
  if (!results) return null
  return (
    <div className={classes.results}>
      <header className={classes.resultsHead}>
        <div>
          <h2 dir="auto">
            {survey.name}
            {survey.version > 1 ? <small> version {survey.version}</small> : null}
          </h2>
          <p role="status">{resultWords(results, scale, programId)}</p>
        </div>
        <div className={classes.actions}>
          <Button size="compact-sm" onClick={() => onOpen('answer')}>
            Enter answers
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onOpen('import')}>
            Import a CSV…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onOpen('edit')}>
            Edit
          </Button>
        </div>
      </header>
      {results.responses === 0 ? <Statements survey={survey} /> : null}
      {results.shown ? <Figures survey={survey} results={results} /> : null}
      {results.responses > 0 ? <WhoAnswered templateId={survey.id} programId={programId} /> : null}
    </div>
  )
}

function Figures({ survey: { scale }, results }: { survey: Survey; results: OutputOf<'surveys.results'> }) {
  const points = scale.anchors.length
  const ends = `1 is “${scale.anchors[0] ?? ''}”, ${points} “${scale.anchors.at(-1) ?? ''}”`
  const plan = planOf(scale, results)
  return (
    <>
      {results.periods.filter(({ whole }) => whole !== null).length > 1 ? (
        <ScoresOverTime results={results} scale={scale} />
      ) : null}
      {scale.subscales.length > 0 ? (
        <MeanTable
          title="Its parts"
          reading={`${ends}. Statements that speak against it are turned round.`}
          points={points}
          rows={scale.subscales.map(({ name }, index) => ({
            key: index,
            name,
            mean: results.subscales[index] ?? null,
          }))}
        />
      ) : null}
      {plan.length > 0 ? (
        <section aria-label="What to begin with">
          <h2>What to begin with</h2>
          <ol className={classes.plan}>
            {plan.map(({ subscale, mean, advice }) => (
              <li key={subscale}>
                <span dir="auto">{advice}</span>{' '}
                <small>
                  {subscale}, {meanText(mean)}
                </small>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <Sides results={results} points={points} />
      <Matches results={results} points={points} />
      <MeanTable
        title="Statement by statement"
        reading={reliability(results.alpha)}
        points={points}
        rows={scale.items.map(({ text, reversed }, index) => ({
          key: index,
          name: text,
          ...(reversed ? { note: 'turned round' } : {}),
          mean: results.items[index] ?? null,
        }))}
      />
    </>
  )
}

function reliability(alpha: number | null): string {
  return alpha === null
    ? 'How far they measure one thing cannot be told yet: it takes several people who answered everything, and differently.'
    : `Cronbach’s alpha is ${alpha.toFixed(2)}, over those who answered everything: ${alphaWords(alpha)}.`
}

type GroupProps = { results: OutputOf<'surveys.results'>; points: number }

function Sides({ results: { sides }, points }: GroupProps) {
  if (sides.shown.length === 0 || (sides.shown.length === 1 && sides.kept === 0)) return null
  return (
    <MeanTable
      title="By side"
      reading={sides.kept === 0 ? 'Each side by itself.' : 'Sides of which few people answered are left out.'}
      points={points}
      rows={sides.shown.map(({ key, people, whole }) => ({
        key,
        name: `${sideLabels[key]}s`,
        note: counted(people, 'person', 'people'),
        mean: whole,
      }))}
    />
  )
}

function Matches({ results: { matches }, points }: GroupProps) {
  const kept = `${counted(matches.kept, 'match is', 'matches are')} not told apart, as fewer than five people of each answered, or what is left would give them away.`
  if (matches.shown.length === 0) {
    return matches.kept === 0 ? null : (
      <section aria-label="By match">
        <h2>By match</h2>
        <p className={classes.reading}>{kept}</p>
      </section>
    )
  }
  const names = new Map(matches.names.map(({ id, name }) => [id, name]))
  return (
    <MeanTable
      title="By match"
      reading={matches.kept === 0 ? 'Each match by itself.' : kept}
      points={points}
      rows={matches.shown.map(({ key, people, whole }) => ({
        key,
        name: names.get(key) ?? '',
        note: counted(people, 'person', 'people'),
        mean: whole,
      }))}
    />
  )
}

/** What is asked, before there are answers. */
function Statements({ survey: { purpose, scale } }: { survey: Survey }) {
  return (
    <section aria-label="What it asks">
      {purpose === '' ? null : (
        <p className={classes.reading} dir="auto">
          {purpose}
        </p>
      )}
      <ol className={classes.statements}>
        {keyed(scale.items).map(({ key, thing: { text } }) => (
          <li key={key} dir="auto">
            {text}
          </li>
        ))}
      </ol>
    </section>
  )
}
