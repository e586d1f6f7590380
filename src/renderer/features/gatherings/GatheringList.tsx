import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { gatheringLabels, numberText, shortDate } from '@renderer/components/labels'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import type { GatheringRow } from '@shared/contract/gatherings'
import { useState } from 'react'
import { GatheringDialog } from './GatheringDialog'
import classes from './Gatherings.module.css'
import { ImportDialog } from './ImportDialog'
import { RhythmStrip } from './RhythmStrip'
import { SeriesLines } from './SeriesLines'
import { attendanceWords, detailsOf, readingOf, type Standing, standingOf, titleOf } from './words'

const groups: readonly { standing: Standing; title: string; action: string }[] = [
  { standing: 'open', title: 'Not noted yet', action: 'Who was there?' },
  { standing: 'coming', title: 'To come', action: 'Open' },
  { standing: 'held', title: 'Held', action: 'Open' },
  { standing: 'cancelled', title: 'Cancelled', action: 'Open' },
]

/** The gatherings of a community: the rhythm at a glance, then what waits, what comes and what was. */
export function GatheringList({ communityId }: { communityId: number }) {
  const today = useToday()
  const { data, error } = useRecords('gatherings.list', { communityId, today })
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  if (error) return <ErrorNotice message={error.message} />
  if (!data) return null
  const { gatherings, series } = data
  const dialog = adding ? (
    <GatheringDialog
      communityId={communityId}
      gathering={null}
      last={gatherings.find(({ status }) => status !== 'cancelled')}
      onClose={() => setAdding(false)}
    />
  ) : importing ? (
    <ImportDialog
      communityId={communityId}
      gatherings={gatherings}
      today={today}
      onClose={() => setImporting(false)}
    />
  ) : null
  // It stays the same dialog when the first gathering comes by it.
  return (
    <>
      {gatherings.length === 0 ? (
        <EmptyState
          title="No gathering yet"
          text="Gatherings give a community its rhythm. Plan one, or one that comes back, and note in seconds who was there."
        >
          <Button onClick={() => setAdding(true)}>New gathering</Button>
          <Button variant="default" onClick={() => setImporting(true)}>
            Import attendance…
          </Button>
        </EmptyState>
      ) : (
        <div className={`${classes.scroll} ${screen.reading}`}>
          <div className={classes.head}>
            <p>{readingOf(gatherings, today)}</p>
            <div className={classes.actions}>
              <Button variant="default" onClick={() => setImporting(true)}>
                Import attendance…
              </Button>
              <Button onClick={() => setAdding(true)}>New gathering</Button>
            </div>
          </div>
          <RhythmStrip gatherings={gatherings} today={today} />
          <SeriesLines series={series} today={today} />
          {groups.map(({ standing, title, action }) => (
            <Group
              key={standing}
              title={title}
              action={action}
              standing={standing}
              communityId={communityId}
              gatherings={inOrder(gatherings, standing, today)}
            />
          ))}
        </div>
      )}
      {dialog}
    </>
  )
}

/** What comes first stands first: the next of those to come, the latest of those that were. */
function inOrder(gatherings: readonly GatheringRow[], standing: Standing, today: string): GatheringRow[] {
  const these = gatherings.filter((one) => standingOf(one, today) === standing)
  return standing === 'coming' ? these.reverse() : these
}

const firstShown: Record<Standing, number> = { open: 6, coming: 3, held: 12, cancelled: 3 }

interface GroupProps {
  title: string
  action: string
  standing: Standing
  communityId: number
  gatherings: GatheringRow[]
}

function Group({ title, action, standing, communityId, gatherings }: GroupProps) {
  const [whole, setWhole] = useState(false)
  if (gatherings.length === 0) return null
  const shown = whole ? gatherings : gatherings.slice(0, firstShown[standing])
  const more = gatherings.length - shown.length
  return (
    <section aria-label={title}>
      <h2 className={classes.group}>
        {title} <small>{numberText(gatherings.length)}</small>
      </h2>
      <ul className={classes.list}>
        {shown.map((gathering) => (
          <Line key={gathering.id} gathering={gathering} action={action} communityId={communityId} />
        ))}
      </ul>
      {more > 0 ? (
        <TextButton className={classes.more} onClick={() => setWhole(true)}>
          Show {numberText(more)} more
        </TextButton>
      ) : null}
    </section>
  )
}

interface LineProps {
  gathering: GatheringRow
  action: string
  communityId: number
}

function Line({ gathering, action, communityId }: LineProps) {
  const { id, title, kind, status, seriesId, imported } = gathering
  const tags = [
    title === null ? null : gatheringLabels[kind].toLowerCase(),
    seriesId === null ? null : 'comes back',
    imported ? 'imported' : null,
  ].filter((tag) => tag !== null)
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        onClick={() => go({ screen: 'community', communityId, tab: 'gatherings', gatheringId: id })}
      >
        <span className={classes.day}>{shortDate(gathering.heldOn)}</span>
        <span className={classes.what} dir="auto">
          <b>{titleOf(gathering)}</b> <span>{detailsOf(gathering)}</span>
        </span>
        <span className={classes.tags}>{tags.join(' · ')}</span>
        <span className={classes.there}>{status === 'held' ? attendanceWords(gathering) : action}</span>
      </button>
    </li>
  )
}
