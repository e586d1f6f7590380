import { useRecords } from '@renderer/app/records'
import { NetworkMap } from './NetworkMap'

/** Who is in contact with whom in a community. */
export function MapTab({ communityId }: { communityId: number }) {
  const { data } = useRecords('communities.get', { id: communityId })
  return data ? <NetworkMap communityId={communityId} name={data.name} /> : null
}
