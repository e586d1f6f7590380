import { chartExports } from '@renderer/app/chartExports'
import { ParticipationRings } from '@renderer/components/charts/ParticipationRings'
import { counted } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import { participationLevels } from '@shared/domain/vocabulary'
import classes from './Aliveness.module.css'

export type Participating = OutputOf<'aliveness.participation'>
const nobody = { core: 0, active: 0, peripheral: 0, outside: 0 }

/** How near the centre people are, as rings, with the rule that says so. */
export function Participation({ participation }: { participation: Participating | undefined }) {
  const tooYoung = participation === null
  const status =
    participation === undefined
      ? { kind: 'loading' as const }
      : tooYoung
        ? {
            kind: 'empty' as const,
            message: 'Under five weeks the levels coincide. They show when the community is five weeks old.',
          }
        : undefined
  return (
    <div className={classes.rings}>
      <ParticipationRings
        title="Participation"
        brief
        reading={participation ? readingOf(participation) : ''}
        counts={participation?.counts ?? nobody}
        weeks={participation?.weeks ?? 12}
        status={status}
        {...chartExports('Participation')}
      />
    </div>
  )
}

function readingOf({ members }: NonNullable<Participating>): string {
  const rank = (level: (typeof participationLevels)[number]) => participationLevels.indexOf(level)
  const moved = members.flatMap(({ level, before }) => (before === null ? [] : [rank(level) - rank(before)]))
  const inward = moved.filter((by) => by < 0).length
  const outward = moved.filter((by) => by > 0).length
  if (inward + outward === 0) return 'Nobody moved in twelve weeks.'
  if (outward === 0) return `${counted(inward, 'member')} came nearer in twelve weeks.`
  if (inward === 0) return `${counted(outward, 'member')} drifted outward in twelve weeks.`
  return `${counted(inward, 'member')} came nearer and ${outward.toLocaleString()} drifted outward in twelve weeks.`
}
