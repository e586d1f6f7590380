import { tellDeleted } from '@renderer/app/historySteps'
import { go } from '@renderer/app/navigation'
import { useCommand } from '@renderer/app/records'
import { longDate, shortDate } from '@renderer/components/labels'
import { TextButton } from '@renderer/components/TextButton'
import type { Reuse } from '@shared/contract/knowledgeReuses'
import { valueCycles } from '@shared/domain/vocabulary'
import { useState } from 'react'
import classes from './Knowledge.module.css'
import { ReuseDialog } from './ReuseDialog'
import { cycleLabels } from './words'

/** Who used it, when, and what came of it: the story of its value. */
export function ItemUses({ itemId, reuses }: { itemId: number; reuses: Reuse[] }) {
  const [edited, setEdited] = useState<Reuse | 'new' | null>(null)
  return (
    <section className={classes.uses}>
      <h2>Who used it</h2>
      {reuses.length === 0 ? (
        <p className={classes.quiet}>
          When somebody tells you that it helped, note who it was and what came of it: that is how you see
          what knowledge is worth. <TextButton onClick={() => setEdited('new')}>Note a use</TextButton>
        </p>
      ) : (
        <ul className={classes.stories}>
          {reuses.map((reuse) => (
            <Story key={reuse.id} reuse={reuse} onEdit={() => setEdited(reuse)} />
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <ReuseDialog
          itemId={itemId}
          reuse={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

function Story({ reuse, onEdit }: { reuse: Reuse; onEdit: () => void }) {
  const remove = useCommand('knowledge.removeReuse')
  const { id, member, usedOn, story } = reuse
  const told = valueCycles.flatMap((cycle) => {
    const text = story[cycle]
    return text === null ? [] : [{ cycle, text }]
  })
  const where = [member.department, member.location].filter(Boolean).join(', ')

  async function toTrash() {
    const deletion = await remove.run({ id })
    if (deletion) tellDeleted(`Deleted: the use by ${member.name}.`, deletion)
  }

  return (
    <li>
      <div>
        <TextButton dir="auto" onClick={() => go({ screen: 'members', memberId: member.id })}>
          {member.name}
        </TextButton>
        <span className={classes.quiet} title={longDate(usedOn)}>
          {where === '' ? '' : `, ${where}`} · {shortDate(usedOn)}
          {crossing(reuse)}
        </span>
      </div>
      <div className={classes.storyActions}>
        <TextButton onClick={onEdit}>{told.length === 0 ? 'Tell what came of it' : 'Edit'}</TextButton>
        <TextButton onClick={() => void toTrash()} aria-label={`Delete the use by ${member.name}`}>
          Delete
        </TextButton>
      </div>
      {told.length > 0 ? (
        <dl className={classes.told}>
          {told.map(({ cycle, text }) => (
            <div key={cycle} style={{ display: 'contents' }}>
              <dt>{cycleLabels[cycle].title}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}

function crossing({ acrossPlaces, acrossDepartments }: Reuse): string {
  if (acrossDepartments && acrossPlaces) return ' · in another department and place'
  if (acrossDepartments) return ' · in another department'
  return acrossPlaces ? ' · in another place' : ''
}
