import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, groundTitle, numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { CommunityRow } from '@shared/contract/communities'
import classes from './Communities.module.css'
import { rhythmReading, sizeWords } from './words'

/** Every community in a sentence: what it is about, where it is on its way, and how it stands to its rhythm. */
export function CommunitiesScreen() {
  const today = useToday()
  const { data: communities, error, isPending } = useRecords('communities.list', { today })
  useShown('communities', !isPending)
  const going = communities?.filter((one) => !hasEnded(one, today)) ?? []
  const ended = communities?.filter((one) => hasEnded(one, today)) ?? []
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Communities"
        reading={communities ? reading(going, today) : null}
        actions={
          <>
            <Button variant="default" onClick={() => go({ screen: 'readiness' })}>
              {groundTitle}
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'map' })}>
              Map of contacts
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'crossing' })}>
              How contacts cross
            </Button>
            {communities?.length === 0 ? null : (
              <Button onClick={() => go({ screen: 'community-editor' })}>New community</Button>
            )}
          </>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {communities?.length === 0 ? <NoneYet /> : null}
      <Group title="Going on" communities={going} today={today} />
      <Group title="Ended" communities={ended} today={today} />
    </div>
  )
}

function NoneYet() {
  return (
    <EmptyState
      title="No community yet"
      text="A community of practice is people who share a question and get better at it together, across places and departments. It cannot be ordered into being, only invited: begin with what it is about and the two or three who care most, and let them bring others."
    >
      <Button onClick={() => go({ screen: 'community-editor' })}>New community</Button>
      <Button variant="default" onClick={() => go({ screen: 'community-editor', example: true })}>
        Begin with an example
      </Button>
      <Button variant="default" onClick={() => go({ screen: 'readiness' })}>
        {groundTitle}
      </Button>
    </EmptyState>
  )
}

function Group({ title, communities, today }: { title: string; communities: CommunityRow[]; today: string }) {
  if (communities.length === 0) return null
  return (
    <section>
      <h2 className={classes.group}>
        {title} <small>{numberText(communities.length)}</small>
      </h2>
      <ul className={classes.list}>
        {communities.map((community) => (
          <Community key={community.id} community={community} today={today} />
        ))}
      </ul>
    </section>
  )
}

function Community({ community, today }: { community: CommunityRow; today: string }) {
  const { words, tone } = rhythmReading(community, today)
  return (
    <li>
      <button
        type="button"
        className={classes.community}
        onClick={() => go({ screen: 'community', communityId: community.id })}
      >
        <span className={classes.what} dir="auto">
          <b>{community.name}</b>
          <span>{community.domain}</span>
        </span>
        <span className={classes.next} data-tone={tone}>
          {words}
        </span>
        <span className={classes.size}>{sizeWords(community)}</span>
      </button>
    </li>
  )
}

function hasEnded({ endedOn }: CommunityRow, today: string): boolean {
  return endedOn !== null && endedOn <= today
}

function reading(going: readonly CommunityRow[], today: string): string {
  if (going.length === 0) return 'People who share a question and get better at it together.'
  const losing = going.filter((one) => rhythmReading(one, today).tone === 'over').length
  const number = `${counted(going.length, 'community goes', 'communities go')} on.`
  if (losing === 0) return `${number} Each keeps the rhythm it has.`
  return `${number} ${losing === 1 ? 'One is' : `${numberText(losing)} are`} losing rhythm.`
}
