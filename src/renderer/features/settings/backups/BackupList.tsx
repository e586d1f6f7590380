import { TextButton } from '@renderer/components/TextButton'
import type { BackupEntry } from '@shared/contract/backups'
import { useState } from 'react'
import classes from './Backups.module.css'
import { contentsText, momentText, reasonText, stateTags } from './words'

interface Props {
  backups: readonly BackupEntry[]
  onRestore: (backup: BackupEntry) => void
}

const firstShown = 8

/** Each backup as a sentence: when, why, and what it holds. */
export function BackupList({ backups, onRestore }: Props) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? backups : backups.slice(0, firstShown)
  const more = backups.length - shown.length
  return (
    <div className={classes.listFrame}>
      <ul className={classes.list} aria-label="Backups">
        {shown.map((backup) => (
          <BackupRow key={backup.token} backup={backup} onRestore={onRestore} />
        ))}
      </ul>
      {more > 0 ? <TextButton onClick={() => setWhole(true)}>Show {more} older ones</TextButton> : null}
    </div>
  )
}

function BackupRow({ backup, onRestore }: { backup: BackupEntry; onRestore: Props['onRestore'] }) {
  const { at, reason, state, problem } = backup
  const when = momentText(at)
  const mark = state === 'good' ? null : stateTags[state]
  return (
    <li className={classes.row} title={backup.fileName}>
      <div className={classes.sentence}>
        <b>{when}</b>
        <span>
          , {reasonText(reason)}: {contentsText(backup)}
        </span>
        {problem ? <p>{problem}</p> : null}
      </div>
      {mark ? (
        <span className={classes.tag} data-tone={mark.tone}>
          {mark.tag}
        </span>
      ) : null}
      {state === 'damaged' || state === 'newer' ? null : (
        <TextButton aria-label={`Restore ${when}, ${reasonText(reason)}`} onClick={() => onRestore(backup)}>
          Restore…
        </TextButton>
      )}
    </li>
  )
}
