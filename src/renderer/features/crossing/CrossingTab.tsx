import { useRecords } from '@renderer/app/records'
import { CrossingParts } from './CrossingParts'

/** How the contacts of a community cross between places and departments. */
export function CrossingTab({ communityId }: { communityId: number }) {
  const { data } = useRecords('communities.get', { id: communityId })
  return data ? <CrossingParts communityId={communityId} name={data.name} /> : null
}
