import { Button } from '@mantine/core'
import { useCommand, useRecords } from '@renderer/app/records'
import { giveChanges, mergeCopy } from '@renderer/app/whole/wholeDialog'
import { shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import classes from '../Settings.module.css'

/** Those who work in a copy of this file, by their keys. */
export function Colleagues() {
  const { data: colleagues } = useRecords('copies.colleagues', {})
  const forget = useCommand('copies.forget')
  if (!colleagues) return null
  return (
    <>
      {colleagues.length === 0 ? (
        <p className={classes.quiet}>
          Nobody yet. Whoever keeps a copy of this file can give you their changes.
        </p>
      ) : (
        <ul className={classes.colleagues}>
          {colleagues.map(({ name, fingerprint, since }) => (
            <li key={fingerprint}>
              <b dir="auto">{name}</b> <span>since {shortDate(since.slice(0, 10))}</span>
              <TextButton
                aria-label={`Forget the key of ${name}`}
                onClick={() => void forget.run({ fingerprint })}
              >
                Forget
              </TextButton>
              <code>{fingerprint}</code>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={mergeCopy}>
          Merge a colleague’s copy…
        </Button>
        <Button variant="default" onClick={giveChanges}>
          Changes for a colleague…
        </Button>
      </div>
    </>
  )
}
