import { communityTabs } from '@renderer/app/communityTabs'
import { go, usePlace } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useShown } from '@renderer/app/useShown'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import screen from '@renderer/components/Screen.module.css'
import { useLoaded } from '@renderer/components/useLoaded'
import classes from './Communities.module.css'
import { CommunityHead } from './CommunityHead'

/** One community: where it is in a sentence, and its parts as tabs of which one is open. */
export function CommunityScreen() {
  const place = usePlace('community')
  return place ? (
    <OneCommunity key={place.communityId} communityId={place.communityId} tab={place.tab} />
  ) : null
}

function OneCommunity({ communityId, tab }: { communityId: number; tab: string | undefined }) {
  const community = useRecords('communities.get', { id: communityId })
  const open = communityTabs.find(({ name }) => name === tab) ?? communityTabs[0]
  const Tab = useLoaded(open.shows)
  useShown('community', !community.isPending)
  if (community.error) return <ErrorNotice message={community.error.message} />
  if (!community.data) return null
  return (
    <div className={screen.screen}>
      <CommunityHead community={community.data} />
      <nav className={classes.tabs} aria-label="Community">
        {communityTabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            className={classes.tab}
            aria-current={name === open.name ? 'page' : undefined}
            onClick={() => go({ screen: 'community', communityId, tab: name })}
          >
            {title}
          </button>
        ))}
      </nav>
      {/* A tab fills what is left of the window: it scrolls by itself, as a list or as a page. */}
      <div className={classes.part}>{Tab ? <Tab communityId={communityId} /> : null}</div>
    </div>
  )
}
