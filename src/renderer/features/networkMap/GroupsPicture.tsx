import { Select } from '@mantine/core'
import { chartExports } from '@renderer/app/chartExports'
import { findMembers } from '@renderer/app/finders'
import { ChartFrame } from '@renderer/components/charts/ChartFrame'
import { counted, numberText } from '@renderer/components/labels'
import { MembersPicker } from '@renderer/components/MemberPicker'
import type { Reference } from '@shared/contract/fields'
import { useMemo, useRef, useState } from 'react'
import { type By, byLabels } from './colours'
import { GroupPane } from './GroupPane'
import { arrangeGroups, type Groups, groupLegend, groupScene, groupsTable, nameOf } from './groups'
import { useLayout } from './layout'
import { MapCanvas } from './MapCanvas'
import { MapLegend } from './MapLegend'
import classes from './NetworkMap.module.css'
import type { MapSurface } from './surface'

interface Props {
  found: Groups
  by: By
  about: string
  period: string
  /** People would be too many for one picture. */
  tooMany: boolean
  onOpen: (step: { by: By; key: string; label: string }) => void
  onFind: (member: Reference) => void
}

/** Many people as groups with ties between them, each of which can be opened. */
export function GroupsPicture({ found, by, about, period, tooMany, onOpen, onFind }: Props) {
  const surface = useRef<MapSurface | null>(null)
  const { groups } = found
  const [key, setKey] = useState<string | null>(null)
  const chosen = groups.findIndex((one) => one.key === key)
  const setChosen = (at: number) => setKey(groups[at]?.key ?? null)
  const places = useLayout(found, () => arrangeGroups(found))
  const scene = useMemo(() => places && groupScene(found, by, places), [found, by, places])
  const group = groups[chosen]
  const title = `Groups by ${byLabels[by]}`
  const open = (at: number) => {
    const one = groups[at]
    if (one) onOpen({ by, key: one.key, label: nameOf(by, one) })
  }
  const { leftOut } = found
  const reading = [
    tooMany
      ? `${numberText(found.total)} people are too many for one picture, so these are groups of them.`
      : '',
    'The larger a group, the more people; the wider a line, the more ties. Open a group to see who is in it.',
    leftOut.groups === 0
      ? ''
      : `${counted(leftOut.groups, 'smaller group')} with ${counted(leftOut.people, 'person', 'people')} ${leftOut.groups === 1 ? 'is' : 'are'} not drawn.`,
  ]
  return (
    <div className={classes.picture} data-open={group !== undefined}>
      <ChartFrame
        title={title}
        note={`${about}, ${period}`}
        reading={reading.filter((sentence) => sentence !== '').join(' ')}
        table={groupsTable(found, by)}
        paint={(pen) => surface.current?.draw(pen)}
        {...chartExports(`${title}, ${about}`)}
      >
        <MapLegend groups={groupLegend(found, by)} marks={{ brokers: false, alone: false }} />
        {scene ? (
          <MapCanvas
            surface={surface}
            label="Map of groups. The arrow keys lead from one group to the next, Enter opens it; plus and minus zoom; the table has everything in words."
            scene={scene}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={open}
          />
        ) : (
          <div className={classes.canvasBox} />
        )}
        <div className={classes.below} data-picture="without">
          <Select
            className={classes.find ?? ''}
            label="Find a group"
            placeholder="Type a name"
            searchable
            clearable
            limit={30}
            data={groups.map((one, at) => ({ value: String(at), label: nameOf(by, one) }))}
            value={group ? String(chosen) : null}
            onChange={(value) => setChosen(value === null ? -1 : Number(value))}
          />
          <MembersPicker
            className={classes.find ?? ''}
            label="Find a person"
            placeholder="Type a name"
            search={findMembers}
            value={[]}
            onChange={([member]) => {
              if (member) onFind(member)
            }}
          />
        </div>
      </ChartFrame>
      {group ? (
        <GroupPane found={found} by={by} at={chosen} onChoose={setChosen} onOpen={() => open(chosen)} />
      ) : null}
    </div>
  )
}
