import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useShown } from '@renderer/app/useShown'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { CrossingParts } from './CrossingParts'

/** How the contacts of everybody cross between places and departments. */
export function CrossingScreen() {
  useShown('crossing', true)
  return (
    <div className={screen.screen}>
      <PageHeader
        title="How contacts cross"
        reading="Of all active members, in every community and outside of them."
        actions={
          <Button variant="default" onClick={() => go({ screen: 'communities' })}>
            Communities
          </Button>
        }
      />
      <CrossingParts communityId={null} name="All active members" />
    </div>
  )
}
