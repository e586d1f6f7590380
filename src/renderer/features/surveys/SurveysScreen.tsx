import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useShown } from '@renderer/app/useShown'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import { Surveys } from './SurveysTab'

/** The surveys that belong to no program: of the whole organisation, before the first program or beside all of them. */
export function SurveysScreen() {
  useShown('surveys', true)
  return (
    <div className={screen.screen}>
      <PageHeader
        title="Surveys of everybody"
        reading="Asked in no program: of the whole organisation, or of a part of it."
        actions={
          <Button variant="default" onClick={() => go({ screen: 'mentoring' })}>
            All programs
          </Button>
        }
      />
      <Surveys programId={null} />
    </div>
  )
}
