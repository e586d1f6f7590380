import { go } from '@renderer/app/navigation'
import { counted, gatheringLabels, shortDate } from '@renderer/components/labels'
import { SentenceList, SentenceRow } from '@renderer/components/SentenceRow'
import { TextButton } from '@renderer/components/TextButton'
import type { OutputOf } from '@shared/contract'
import type { GatheringKind } from '@shared/domain/vocabulary'

type Due = OutputOf<'communities.due'>

/** What is due in communities: who comes together, who was there, who waits for an answer, and what loses its rhythm. */
export function CommunitiesDue({ due }: { due: Due }) {
  const { totals } = due
  return (
    <>
      <SentenceList title="Gatherings" count={totals.gatherings}>
        {due.gatherings.map(({ id, community, title, kind, dueOn, startsAt, place, daysToGo }) => (
          <Row
            key={id}
            of={community.name}
            tone={daysToGo === 0 ? 'due' : 'quiet'}
            what={titleOf(title, kind)}
            detail={[community.name, startsAt, place].filter(Boolean).join(', ')}
            tag={daysToGo === 0 ? 'today' : shortDate(dueOn)}
            action={daysToGo === 0 ? 'Take attendance' : 'Open'}
            onAct={() => openGathering(community.id, id)}
          />
        ))}
      </SentenceList>
      <SentenceList title="Who was there?" count={totals.attendance}>
        {due.attendance.map(({ id, community, title, kind, heldOn, daysAgo }) => (
          <Row
            key={id}
            of={community.name}
            tone="due"
            what={titleOf(title, kind)}
            detail={`${community.name}, planned for ${shortDate(heldOn)} and not noted yet`}
            tag={ago(daysAgo)}
            action="Take attendance"
            onAct={() => openGathering(community.id, id)}
          />
        ))}
      </SentenceList>
      <SentenceList title="Asks that wait" count={totals.asks}>
        {due.asks.map(({ id, community, asker, text, daysWaiting }) => (
          <Row
            key={id}
            of={asker.name}
            tone="over"
            what={text}
            detail={`${asker.name}, ${community.name}; nobody has answered`}
            tag={counted(daysWaiting, 'day')}
            action="Open the asks"
            onAct={() => openTab(community.id, 'asks')}
          />
        ))}
      </SentenceList>
      <SentenceList title="Invitations" count={totals.invitations}>
        {due.invitations.map(({ id, community, name, step, since, daysSince }) => (
          <Row
            key={id}
            of={name}
            tone="due"
            what={name}
            detail={
              step === 'admit'
                ? `accepted for ${community.name} on ${shortDate(since)}, and is no member yet`
                : `invited into ${community.name}; no answer since ${shortDate(since)}`
            }
            tag={ago(daysSince)}
            action={step === 'admit' ? 'Admit' : 'Ask again'}
            onAct={() => openTab(community.id, 'growth')}
          />
        ))}
      </SentenceList>
      <SentenceList title="Losing their rhythm" count={totals.rhythms}>
        {due.rhythms.map(({ community, rhythmDays, daysSince, daysLate }) => (
          <Row
            key={community.id}
            of={community.name}
            tone="quiet"
            what={community.name}
            detail={`no gathering for ${counted(daysSince, 'day')}, and none is planned; every ${rhythmDays} agreed`}
            tag={counted(daysLate, 'day late', 'days late')}
            action="Plan a gathering"
            onAct={() => openTab(community.id, 'gatherings')}
          />
        ))}
      </SentenceList>
      <SentenceList title="Ground to look at again" count={totals.readiness}>
        {due.readiness.map(({ community, idea, takenOn, daysSince }) => {
          const name = community?.name ?? idea ?? ''
          return (
            <Row
              key={`${community?.id} ${idea}`}
              of={name}
              tone="quiet"
              what={name}
              detail={`what was planned on ${shortDate(takenOn)} has had three months: is the ground ready now?`}
              tag={ago(daysSince)}
              action="Ask again"
              onAct={() => go(community ? { screen: 'readiness', community } : { screen: 'readiness' })}
            />
          )
        })}
      </SentenceList>
    </>
  )
}

interface RowProps {
  of: string
  tone: 'over' | 'due' | 'quiet'
  what: string
  detail: string
  tag: string
  action: string
  onAct: () => void
}

function Row({ of, tone, what, detail, tag, action, onAct }: RowProps) {
  return (
    <SentenceRow
      who={of}
      tone={tone}
      what={what}
      detail={detail}
      tag={tag}
      action={
        <TextButton onClick={onAct} aria-label={`${action}: ${what}`}>
          {action}
        </TextButton>
      }
    />
  )
}

function titleOf(title: string | null, kind: GatheringKind): string {
  return title ?? gatheringLabels[kind]
}

function ago(days: number): string {
  return days === 0 ? 'today' : counted(days, 'day ago', 'days ago')
}

const openGathering = (communityId: number, gatheringId: number) =>
  go({ screen: 'community', communityId, tab: 'gatherings', gatheringId })

const openTab = (communityId: number, tab: 'asks' | 'growth' | 'gatherings') =>
  go({ screen: 'community', communityId, tab })
