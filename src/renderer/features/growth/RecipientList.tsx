import { Checkbox } from '@mantine/core'
import { counted } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Invitation } from '@shared/contract/invitations'
import classes from './Growth.module.css'
import { wayLabels } from './words'

interface Props {
  invitations: readonly Invitation[]
  ids: ReadonlySet<number>
  onChange: (ids: Set<number>) => void
  /** Whose letter is to be read. */
  onShow: (id: number) => void
  shown: number | undefined
}

/** Whom the letter goes to: those who do not belong yet. */
export function RecipientList({ invitations, ids, onChange, onShow, shown }: Props) {
  const possible = invitations.filter(
    ({ id, belongs, answer }) => ids.has(id) || (!belongs && answer !== 'declined'),
  )
  const withoutAddress = possible.filter(({ id, email }) => ids.has(id) && email === null).length
  const toggle = (id: number) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    onChange(next)
    if (next.has(id)) onShow(id)
  }
  return (
    <fieldset className={classes.recipients}>
      <legend>To whom</legend>
      <ul>
        {possible.map(({ id, name, step }) => (
          <li key={id} data-shown={id === shown ? true : undefined}>
            <Checkbox
              label={`${name} · ${wayLabels[step].toLowerCase()}`}
              checked={ids.has(id)}
              onChange={() => toggle(id)}
            />
            {ids.has(id) && id !== shown ? (
              <TextButton aria-label={`Read the letter for ${name}`} onClick={() => onShow(id)}>
                Read
              </TextButton>
            ) : null}
          </li>
        ))}
      </ul>
      {withoutAddress > 0 ? (
        <p className={classes.quiet}>
          Of {counted(withoutAddress, 'person', 'people')} no address is known: the draft has no recipient
          yet.
        </p>
      ) : null}
    </fieldset>
  )
}
