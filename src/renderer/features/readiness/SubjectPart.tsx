import { Menu } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { ReadinessCheck } from '@shared/contract/readiness'
import { areaLabels, readinessOf, readinessWords } from '@shared/domain/growth/readiness'
import classes from './Readiness.module.css'
import { planText, type Subject } from './subjects'

interface Props {
  subject: Subject
  today: string
  /** Opens the statements: for one more person, or to change what somebody said. */
  onAnswer: (check: ReadinessCheck | null) => void
}

/** What the answers say about one community or idea, area by area, and what to do first. */
export function SubjectPart({ subject, today, onAnswer }: Props) {
  const { title, community, idea, checks } = subject
  const print = useCommand('readiness.print')
  const save = useCommand('readiness.savePlan')
  const reading = readinessOf(checks.map(({ answers }) => answers))
  const document = { communityId: community?.id ?? null, idea }

  async function saveAs(format: 'pdf' | 'html') {
    const done = await save.run({ document, format, today })
    if (done) tell(`Saved as ${done.fileName}.`)
  }

  async function copy() {
    await navigator.clipboard.writeText(planText(title, reading))
    tell('The plan is on the clipboard.')
  }

  return (
    <section className={classes.subject} aria-label={title}>
      <h2 dir="auto">{title}</h2>
      <p className={classes.verdict}>{readinessWords(reading)}</p>
      <div className={classes.columns}>
        <ul className={classes.areas} aria-label="Area by area">
          {reading.areas.map(({ area, mean }) => (
            <li key={area}>
              <span>{areaLabels[area]}</span>
              <span className={classes.track} data-low={mean !== null && mean < 3 ? true : undefined}>
                <i style={{ width: `${mean === null ? 0 : 20 * mean}%` }} />
              </span>
              <b>{mean === null ? 'not answered' : mean.toFixed(1)}</b>
            </li>
          ))}
        </ul>
        {reading.plan.length === 0 ? null : (
          <div>
            <h3>What to do first</h3>
            <ol className={classes.plan}>
              {reading.plan.map(({ area, statement, step }) => (
                <li key={area}>
                  {step}
                  <small>
                    {areaLabels[area]}: {statement}
                  </small>
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
      <p className={classes.quiet}>
        {counted(checks.length, 'person has', 'people have')} answered; 5 is fully, 1 not at all.
      </p>
      <ul className={classes.people}>
        {checks.map((check) => (
          <CheckLine key={check.id} check={check} onEdit={() => onAnswer(check)} />
        ))}
      </ul>
      <p className={classes.actions}>
        <TextButton aria-label={`Somebody else answers: ${title}`} onClick={() => onAnswer(null)}>
          Somebody else answers
        </TextButton>
        <TextButton aria-label={`Copy the plan: ${title}`} onClick={() => void copy()}>
          Copy the plan
        </TextButton>
        <TextButton
          aria-label={`Print: ${title}`}
          disabled={print.running}
          onClick={() => void print.run({ document, today })}
        >
          Print
        </TextButton>
        <Menu>
          <Menu.Target>
            <TextButton aria-label={`Save as… ${title}`}>Save as…</TextButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void saveAs('pdf')}>PDF document</Menu.Item>
            <Menu.Item onClick={() => void saveAs('html')}>Web page</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {community === null ? (
          <TextButton onClick={() => go({ screen: 'community-editor' })}>Begin a community</TextButton>
        ) : (
          <TextButton onClick={() => go({ screen: 'community', communityId: community.id })}>
            Open the community
          </TextButton>
        )}
      </p>
    </section>
  )
}

function CheckLine({ check, onEdit }: { check: ReadinessCheck; onEdit: () => void }) {
  const remove = useCommand('readiness.remove')
  const who = check.who ?? 'Somebody'
  const day = shortDate(check.takenOn)

  async function removeIt() {
    if (await remove.run({ id: check.id })) tell(`The answers of ${who} are taken out.`)
  }

  return (
    <li>
      <span dir="auto">
        {who} <span className={classes.quiet}>{day}</span> {check.note}
      </span>
      <TextButton aria-label={`Edit the answers of ${who}, ${day}`} onClick={onEdit}>
        Edit
      </TextButton>
      <TextButton aria-label={`Take out the answers of ${who}, ${day}`} onClick={() => void removeIt()}>
        Take out
      </TextButton>
    </li>
  )
}
