import { Slider } from '@mantine/core'
import { criterionTitles } from '@renderer/components/fit/words'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { CriterionName } from '@shared/domain/matching/criteria/names'
import type { MatchingSettings } from '@shared/domain/matching/input'
import classes from './Matching.module.css'
import { lastStep, stepOf, weightOf, wordOf } from './words'

interface Props {
  settings: MatchingSettings
  peers: boolean
  unknown: readonly CriterionName[]
  /** How many of those who take part ask for somebody like themselves. */
  askAlike: number
  onChange: (part: Partial<MatchingSettings>) => void
}

interface Group {
  title: string
  names: readonly CriterionName[]
}

/** In the order of what is known to matter. */
const usualGroups: readonly Group[] = [
  { title: 'What they work on, and how', names: ['goals', 'workingStyle', 'skills', 'wishes'] },
  {
    title: 'When and from where',
    names: ['availability', 'language', 'timeZone', 'seniority', 'department', 'location'],
  },
]

/** Is there only where somebody asked for it. */
const alikeGroup: Group = { title: 'What was asked for', names: ['alike'] }

/** How much each thing counts that people are compared by, in words. */
export function Criteria({ settings, peers, unknown, askAlike, onChange }: Props) {
  const groups = askAlike === 0 ? usualGroups : [...usualGroups, alikeGroup]
  const weigh = (name: CriterionName, step: number) =>
    onChange({ weights: { ...settings.weights, [name]: weightOf(step) } })
  return groups.map(({ title, names }) => (
    <section key={title} className={classes.criteria}>
      <h2>{title}</h2>
      {names.map((name) => {
        const step = stepOf(settings.weights[name])
        return (
          <div key={name} className={classes.criterion} data-off={step === 0}>
            <span id={`weight-${name}`}>
              {criterionTitles[name]}{' '}
              <Variant name={name} settings={settings} peers={peers} onChange={onChange} />
            </span>
            <span className={classes.word}>
              {step > 0 && unknown.includes(name) ? 'nothing known yet' : wordOf(step)}
            </span>
            <Slider
              className={classes.slider}
              size={3}
              thumbSize={13}
              label={null}
              min={0}
              max={lastStep}
              value={step}
              onChange={(value) => weigh(name, value)}
              thumbProps={{ 'aria-labelledby': `weight-${name}`, 'aria-valuetext': wordOf(step) }}
            />
          </div>
        )
      })}
      {title === groups.at(-1)?.title ? <p className={classes.small}>{traitWords(askAlike)}</p> : null}
    </section>
  ))
}

function traitWords(askAlike: number): string {
  if (askAlike === 0) return 'Nobody is compared by age, gender or origin, as nobody asked for it.'
  const who = counted(askAlike, 'person asks', 'people ask')
  return `${who} for a partner like themselves. Only what they asked for is compared, and only with those who told it.`
}

/** What counts as a fit, where there are two opinions. */
function Variant({
  name,
  settings,
  peers,
  onChange,
}: Pick<Props, 'settings' | 'peers' | 'onChange'> & { name: CriterionName }) {
  if (name === 'location' || name === 'department') {
    const other = settings[name] === 'same' ? 'different' : 'same'
    return (
      <TextButton
        aria-label={`${criterionTitles[name]}: ${settings[name]}; change to ${other}`}
        onClick={() => onChange({ [name]: other })}
      >
        {settings[name]}
      </TextButton>
    )
  }
  if (name !== 'seniority') return null
  const { rungsAbove } = settings
  if (peers) return <Apart levels={Math.abs(rungsAbove)} onChange={onChange} />
  // From two below, for reverse mentoring, to three above, and round again.
  const next = rungsAbove >= 3 ? -2 : rungsAbove + 1
  return (
    <TextButton
      aria-label={`Seniority: the mentor ${aboveWords(rungsAbove)}; change to ${aboveWords(next)}`}
      onClick={() => onChange({ rungsAbove: next })}
    >
      {aboveWords(rungsAbove)}
    </TextButton>
  )
}

/** Of peers nobody is to be above: how far apart they should be, from level to three, and round again. */
function Apart({ levels, onChange }: { levels: number } & Pick<Props, 'onChange'>) {
  const next = levels >= 3 ? 0 : levels + 1
  return (
    <TextButton
      aria-label={`Seniority: ${apartWords(levels)}; change to ${apartWords(next)}`}
      onClick={() => onChange({ rungsAbove: next })}
    >
      {apartWords(levels)}
    </TextButton>
  )
}

function apartWords(levels: number): string {
  return levels === 0 ? 'level' : `${levels} apart`
}

function aboveWords(rungs: number): string {
  if (rungs === 0) return 'level'
  return `${Math.abs(rungs)} ${rungs > 0 ? 'above' : 'below'}`
}
