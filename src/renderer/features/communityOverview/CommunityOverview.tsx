import { RecordHistory } from '@renderer/app/RecordHistory'
import { useRecords } from '@renderer/app/records'
import screen from '@renderer/components/Screen.module.css'
import { CommunityFacts } from './CommunityFacts'
import classes from './Overview.module.css'
import { Stages } from './Stages'

/** What a community is, and the stages it has come through. */
export function CommunityOverview({ communityId }: { communityId: number }) {
  const { data: community } = useRecords('communities.get', { id: communityId })
  if (!community) return null
  return (
    <div className={`${classes.overview} ${screen.reading}`}>
      <CommunityFacts community={community} />
      <Stages community={community} />
      <RecordHistory table="communities" id={communityId} />
    </div>
  )
}
