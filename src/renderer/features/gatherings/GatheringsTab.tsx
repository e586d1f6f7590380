import { usePlace } from '@renderer/app/navigation'
import { GatheringList } from './GatheringList'
import { GatheringPage } from './GatheringPage'

/** What a community meets for: all of it, or one gathering with who was there. */
export function GatheringsTab({ communityId }: { communityId: number }) {
  const place = usePlace('community')
  const open = place?.gatheringId
  return open === undefined ? (
    <GatheringList communityId={communityId} />
  ) : (
    <GatheringPage key={open} id={open} communityId={communityId} />
  )
}
