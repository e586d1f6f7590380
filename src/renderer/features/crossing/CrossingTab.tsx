import { CrossingParts } from './CrossingParts'

/** How the contacts of a community cross between places and departments. */
export function CrossingTab({ communityId }: { communityId: number }) {
  return <CrossingParts communityId={communityId} />
}
