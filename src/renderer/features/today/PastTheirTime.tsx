import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { counted, numberText } from '@renderer/components/labels'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { TextButton } from '@renderer/components/TextButton'

/** What is kept longer than the rules say, and an erasure that has not come to its end: each in one line. */
export function PastTheirTime({ today }: { today: string }) {
  const { data: due } = useRecords('retention.count', { today })
  const { data: erasure } = useRecords('erasure.state', {})
  const rows = [
    erasure && (erasure.unfinished || erasure.owed > 0 || erasure.left.length > 0)
      ? {
          tag: 'unfinished',
          what: 'An erasure is not finished',
          detail: 'the file or a backup still holds what was erased',
          action: 'Finish',
        }
      : null,
    due && due.members > 0
      ? {
          tag: `${numberText(due.members)} due`,
          what: `${counted(due.members, 'member is', 'members are')} past the retention period`,
          detail: 'nothing is erased before you have looked at it',
          action: 'Look at them',
        }
      : null,
    due && due.others > 0
      ? {
          tag: `${numberText(due.others)} due`,
          what: `${counted(due.others, 'record is', 'records are')} kept longer than your rules say`,
          detail: 'notes, earlier versions, or what lies in the trash',
          action: 'Look at them',
        }
      : null,
  ].filter((row) => row !== null)
  return (
    <SentenceList title="To look at" count={rows.length}>
      {rows.map(({ tag, what, detail, action }) => (
        <SentenceRow
          key={what}
          who="Privacy"
          tone="quiet"
          what={what}
          detail={detail}
          tag={tag}
          action={
            <TextButton onClick={() => go({ screen: 'settings', part: 'privacy' })}>{action}</TextButton>
          }
        />
      ))}
    </SentenceList>
  )
}
