import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useShown } from '@renderer/app/useShown'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { NetworkMap } from './NetworkMap'

/** Who is in contact with whom, of everybody. */
export function MapScreen() {
  useShown('map', true)
  return (
    <div className={screen.screen}>
      <PageHeader
        title="Map of contacts"
        reading="Of all active members, in every community and outside of them."
        actions={
          <>
            <Button variant="default" onClick={() => go({ screen: 'communities' })}>
              Communities
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'crossing' })}>
              How contacts cross
            </Button>
          </>
        }
      />
      <NetworkMap communityId={null} name="All active members" />
    </div>
  )
}
