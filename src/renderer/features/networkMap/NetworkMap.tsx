import { Loader } from '@mantine/core'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { Chip } from '@renderer/components/Chip'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import screen from '@renderer/components/Screen.module.css'
import { TextButton } from '@renderer/components/TextButton'
import { addDays } from '@shared/domain/calendar'
import { useState } from 'react'
import { ChooseGroup } from './ChooseGroup'
import classes from './NetworkMap.module.css'
import { Picture } from './Picture'
import type { ColourBy } from './scene'

const days = 365

/** The last year's contacts as a picture: of a community, of everybody, or of one place or department of them. */
export function NetworkMap({ communityId }: { communityId: number | null }) {
  const today = useToday()
  const [by, setBy] = useState<ColourBy>('location')
  const [within, setWithin] = useState<{ by: ColourBy; name: string } | null>(null)
  const scope = { communityId, from: addDays(today, 1 - days), to: today }
  const { data, error } = useRecords('networkMap.read', { ...scope, within }, { keep: false })
  if (error) return <ErrorNotice message={error.message} />
  const tooMany = data !== undefined && data.total > 0 && data.people.length === 0
  return (
    <div className={classes.map}>
      <div className={screen.bar}>
        {(['location', 'department'] as const).map((one) => (
          <Chip key={one} on={one === by} onClick={() => setBy(one)}>
            {tooMany ? 'By' : 'Colour by'} {one}
          </Chip>
        ))}
        {within === null ? null : (
          <span>
            Only {within.name}. <TextButton onClick={() => setWithin(null)}>Show all</TextButton>
          </span>
        )}
      </div>
      {data === undefined ? (
        <p role="status" className={classes.status}>
          <Loader size={14} /> Finding who is in contact…
        </p>
      ) : tooMany ? (
        <ChooseGroup
          scope={scope}
          total={data.total}
          by={by}
          within={within}
          onChoose={(name) => setWithin({ by, name })}
        />
      ) : data.total === 0 ? (
        <EmptyState
          title="Nobody to show yet"
          text="Once there are members, this shows who is in contact with whom, and who with nobody."
        />
      ) : (
        <Picture network={data} by={by} />
      )}
    </div>
  )
}
