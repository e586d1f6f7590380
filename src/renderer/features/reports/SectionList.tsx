import { ActionIcon, Checkbox } from '@mantine/core'
import { reportSections, sessionDetails } from '@shared/domain/report/design'
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'
import { detailLabels } from './words'

/** What the report is made of: ticked or not, in an order that the mouse and the keyboard can change. */
export function SectionList() {
  const { design, change } = useReportsView()
  const { kind, sections, details } = design
  const [dragged, setDragged] = useState<string | null>(null)
  const titles = new Map<string, string>(reportSections[kind])
  const left = [...titles.keys()].filter((key) => !sections.includes(key))

  function move(key: string, to: number) {
    const others = sections.filter((one) => one !== key)
    change({ sections: others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, key) })
  }

  function onKeyDown(event: KeyboardEvent, key: string) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(key, sections.indexOf(key) + (event.key === 'ArrowUp' ? -1 : 1))
  }

  return (
    <fieldset className={classes.sections}>
      <legend>Sections</legend>
      <ul>
        {[...sections, ...left].map((key) => {
          const at = sections.indexOf(key)
          const isIn = at !== -1
          const title = titles.get(key) ?? key
          // A report of figures has nothing of one person or pair.
          const isSilent = design.redaction === 'figures' && (key === 'sessions' || key === 'matches')
          return (
            <li
              key={key}
              draggable={isIn}
              data-dragged={dragged === key}
              data-silent={isSilent}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', title)
                setDragged(key)
              }}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => {
                if (dragged === null || !isIn) return
                event.preventDefault()
                if (dragged !== key) move(dragged, at)
              }}
              onDrop={(event) => event.preventDefault()}
            >
              <IconGripVertical size={14} aria-hidden="true" className={classes.grip} />
              <Checkbox
                label={isSilent ? `${title} (names people, so left out)` : title}
                checked={isIn}
                disabled={isIn && sections.length === 1}
                onKeyDown={(event) => onKeyDown(event, key)}
                onChange={() =>
                  change({ sections: isIn ? sections.filter((one) => one !== key) : [...sections, key] })
                }
              />
              {isIn ? (
                <span className={classes.movers}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={`Move ${title} up`}
                    disabled={at === 0}
                    onClick={() => move(key, at - 1)}
                  >
                    <IconChevronUp size={13} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={`Move ${title} down`}
                    disabled={at === sections.length - 1}
                    onClick={() => move(key, at + 1)}
                  >
                    <IconChevronDown size={13} />
                  </ActionIcon>
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {kind === 'sessions' && sections.includes('sessions') && design.redaction !== 'figures' ? (
        <div className={classes.details}>
          {sessionDetails.map((detail) => (
            <Checkbox
              key={detail}
              label={detailLabels[detail]}
              checked={details.includes(detail)}
              onChange={(event) =>
                change({
                  details: sessionDetails.filter((one) =>
                    one === detail ? event.currentTarget.checked : details.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}
