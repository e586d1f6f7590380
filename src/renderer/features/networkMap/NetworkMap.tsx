import { Button, Loader } from '@mantine/core'
import { go as goTo } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { formatRange } from '@renderer/components/charts/formats'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import { addDays } from '@shared/domain/calendar'
import { useState } from 'react'
import { type By, byLabels, type Scope } from './colours'
import { GroupsPicture } from './GroupsPicture'
import classes from './NetworkMap.module.css'
import { Picture } from './Picture'

const days = 365
const ofCommunity: readonly By[] = ['location', 'department', 'level', 'contact']
const ofAll: readonly By[] = ['location', 'department', 'community', 'level', 'contact']

/** What was opened, and how it is called. */
type Step = Scope['within'][number] & { label: string }

interface Props {
  communityId: number | null
  /** Whose contacts these are, in words. */
  name: string
}

/** The last year's contacts as a picture: of a community, of everybody, or of one group of them. */
export function NetworkMap({ communityId, name }: Props) {
  const today = useToday()
  const [by, setBy] = useState<By>('location')
  const [asGroups, setAsGroups] = useState(false)
  const [path, setPath] = useState<Step[]>([])
  const [open, setOpen] = useState<number | null>(null)
  const from = addDays(today, 1 - days)
  const scope: Scope = {
    communityId,
    from,
    to: today,
    within: path.map(({ by: grouping, key }) => ({ by: grouping, key })),
  }
  const { data, error } = useRecords('networkMap.read', scope, { keep: false })
  const tooMany = data !== undefined && data.total > 0 && data.people.length === 0
  const groups = useRecords(
    'networkMap.groups',
    { ...scope, by },
    { keep: false, enabled: tooMany || asGroups },
  )
  // Of the whole map, whatever part of it is looked at: it takes seconds among many, and nothing waits for it.
  const brokers = useRecords(
    'networkMap.brokers',
    { communityId, from, to: today },
    { keep: false, enabled: data !== undefined && data.total > 0 },
  )
  const problem = error ?? groups.error
  if (problem) return <ErrorNotice message={problem.message} />

  const byGroups = tooMany || asGroups
  const about = [name, ...path.map(({ label }) => label)].join(', ')
  const period = formatRange(from, today, undefined)
  const go = (steps: Step[], member: number | null = null) => {
    setPath(steps)
    setOpen(member)
    setAsGroups(false)
  }
  return (
    <div className={classes.map}>
      {data?.total === 0 && path.length === 0 ? null : (
        <div className={screen.bar}>
          {(communityId === null ? ofAll : ofCommunity).map((one) => (
            <Chip key={one} on={one === by} onClick={() => setBy(one)}>
              {byGroups ? 'By' : 'Colour by'} {byLabels[one]}
            </Chip>
          ))}
          {data !== undefined && data.people.length > 0 ? (
            <>
              <span className={classes.gap} />
              <Chip on={!asGroups} onClick={() => setAsGroups(false)}>
                People
              </Chip>
              <Chip on={asGroups} onClick={() => setAsGroups(true)}>
                Groups
              </Chip>
            </>
          ) : null}
        </div>
      )}
      {path.length === 0 ? null : (
        <nav className={classes.path} aria-label="Opened groups">
          <TextButton onClick={() => go([])}>Everybody</TextButton>
          {path.map(({ by: grouping, label, key }, at) => (
            <span key={`${grouping} ${key}`} dir="auto">
              {at === path.length - 1 ? (
                <b>{label}</b>
              ) : (
                <TextButton onClick={() => go(path.slice(0, at + 1))}>{label}</TextButton>
              )}
            </span>
          ))}
        </nav>
      )}
      {data === undefined || (byGroups && data.total > 0 && groups.data === undefined) ? (
        <p role="status" className={classes.status}>
          <Loader size={14} /> Finding who is in contact…
        </p>
      ) : data.total === 0 ? (
        <EmptyState
          title={path.length === 0 ? 'Nobody to show yet' : 'Nobody is here'}
          text={
            path.length === 0
              ? 'Once there are members, this shows who is in contact with whom, and who with nobody.'
              : 'Only active members are on this map, and those who were in contact with them in this time.'
          }
        >
          {path.length === 0 && communityId !== null ? (
            <Button onClick={() => goTo({ screen: 'community', communityId, tab: 'members' })}>
              Add members
            </Button>
          ) : null}
        </EmptyState>
      ) : byGroups && groups.data ? (
        <GroupsPicture
          key={by}
          found={groups.data}
          by={by}
          about={about}
          period={period}
          tooMany={tooMany}
          onOpen={(step) => go([...path, step])}
          onFind={({ id, name: found }) =>
            go([...path, { by: 'person', key: String(id), label: `${found} and their contacts` }], id)
          }
        />
      ) : (
        <Picture
          key={JSON.stringify(scope)}
          network={data}
          brokers={brokers.data}
          by={by}
          about={about}
          period={period}
          open={open}
        />
      )}
    </div>
  )
}
