import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { TopicCoverage } from '@shared/contract/coverage'
import { CoverageList } from './CoverageList'

/** What members want to learn, against who and what there is for it: the gaps first. */
export function CoverageScreen() {
  const { data: topics, error } = useRecords('coverage.topics', { today: useToday() })
  useShown('coverage', topics !== undefined)
  const of = (state: TopicCoverage['state']) => (topics ?? []).filter((one) => one.state === state)
  return (
    <div className={`${screen.scrolling} ${screen.reading}`}>
      <PageHeader
        title="Coverage"
        reading={topics ? reading(topics) : null}
        actions={
          <Button variant="default" onClick={() => go({ screen: 'knowledge' })}>
            All knowledge
          </Button>
        }
      />
      {error ? <ErrorNotice message={error.message} /> : null}
      {topics?.length === 0 ? (
        <EmptyState
          title="Nobody wants to learn anything yet"
          text="Note in the profile of a member what they want to learn. Then this page says for what there is nobody yet, what hangs on one person, and what has gone out of date."
        />
      ) : null}
      <CoverageList title="Missing" topics={of('missing')} />
      <CoverageList title="Hangs on one person" topics={of('one person')} />
      <CoverageList title="Out of date" topics={of('out of date')} />
      <CoverageList title="Covered" topics={of('covered')} />
    </div>
  )
}

function reading(topics: readonly TopicCoverage[]): string {
  if (topics.length === 0) return 'What members want to learn, against mentors and knowledge on offer.'
  const number = (state: TopicCoverage['state']) => topics.filter((one) => one.state === state).length
  const [missing, one] = [number('missing'), number('one person')]
  const gaps = [
    missing === 0 ? '' : `${numberText(missing)} ${missing === 1 ? 'is' : 'are'} missing`,
    one === 0 ? '' : `${numberText(one)} ${one === 1 ? 'hangs' : 'hang'} on one person`,
  ].filter((part) => part !== '')
  const all = `Members want ${counted(topics.length, 'topic')}`
  return gaps.length === 0
    ? `${all}, and for each somebody offers it or something is written.`
    : `${all}: ${gaps.join(', ')}.`
}
