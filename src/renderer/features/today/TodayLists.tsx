import { go } from '@renderer/app/navigation'
import { tell } from '@renderer/app/notify'
import { useCommand } from '@renderer/app/records'
import { counted, shortDate } from '@renderer/components/labels'
import { Names } from '@renderer/components/Names'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import { tagOf, toneOf } from './lateness'

type TodayData = OutputOf<'today.get'>

interface ActionItemsProps {
  title: string
  items: TodayData['actionItems']
  total: number
  today: string
}

export function ActionItems({ title, items, total, today }: ActionItemsProps) {
  const setDone = useCommand('actionItems.setDone')
  async function settle(id: number, text: string) {
    if (await setDone.run({ id, doneOn: today })) tell(`Done: ${text}`)
  }
  return (
    <SentenceList title={title} count={total}>
      {items.map(({ id, text, owner, sessionId, sessionOn, ...due }) => (
        <SentenceRow
          key={id}
          who={owner?.name ?? '?'}
          tone={toneOf(due)}
          what={text}
          detail={`${owner?.name ?? 'nobody in particular'}, from the session of ${shortDate(sessionOn)}`}
          tag={tagOf(due)}
          action={
            <span style={{ display: 'flex', gap: 12 }}>
              <TextButton
                onClick={() => go({ screen: 'sessions', sessionId })}
                aria-label={`Read the session of ${text}`}
              >
                Read
              </TextButton>
              <TextButton onClick={() => void settle(id, text)} aria-label={`Done: ${text}`}>
                Done
              </TextButton>
            </span>
          }
        />
      ))}
    </SentenceList>
  )
}

export function WithoutNotes({ sessions, total }: { sessions: TodayData['withoutNotes']; total: number }) {
  return (
    <SentenceList title="Notes to write" count={total}>
      {sessions.map(({ id, heldOn, attendees, daysAgo }) => (
        <SentenceRow
          key={id}
          who={attendees[0]?.name ?? '?'}
          tone="due"
          what={<Names people={attendees} />}
          detail={`met on ${shortDate(heldOn)}, and nothing is written yet`}
          tag={daysAgo === 0 ? 'today' : counted(daysAgo, 'day ago', 'days ago')}
          action={
            <TextButton onClick={() => go({ screen: 'session-editor', sessionId: id })}>
              Write notes
            </TextButton>
          }
        />
      ))}
    </SentenceList>
  )
}

export function QuietMatches({ matches, total }: { matches: TodayData['quietMatches']; total: number }) {
  return (
    <SentenceList title="Going quiet" count={total}>
      {matches.map(({ id, program, members, cadenceDays, daysSince, daysLate }) => (
        <SentenceRow
          key={id}
          who={members[0]?.name ?? '?'}
          tone="quiet"
          what={<Names people={members} />}
          detail={`no session for ${counted(daysSince, 'day')}; every ${cadenceDays} agreed, ${program}`}
          tag={counted(daysLate, 'day late', 'days late')}
          action={
            <TextButton onClick={() => go({ screen: 'session-editor', matchId: id })}>
              Log a session
            </TextButton>
          }
        />
      ))}
    </SentenceList>
  )
}
