import { NetworkMap } from './NetworkMap'

/** Who is in contact with whom in a community. */
export function MapTab({ communityId }: { communityId: number }) {
  return <NetworkMap communityId={communityId} />
}
