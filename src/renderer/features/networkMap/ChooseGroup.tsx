import { useRecords } from '@renderer/app/records'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, numberText } from '@renderer/components/labels'
import classes from './NetworkMap.module.css'
import type { ColourBy } from './scene'

interface Props {
  scope: { communityId: number | null; from: string; to: string }
  total: number
  by: ColourBy
  within: { name: string } | null
  onChoose: (name: string) => void
}

/** So many people are no picture: their places or departments are listed, and one is opened. */
export function ChooseGroup({ scope, total, by, within, onChoose }: Props) {
  const { data, error } = useRecords('crossing.read', { ...scope, withoutAssigned: false })
  if (error) return <ErrorNotice message={error.message} />
  if (!data) return null
  const { groups, ties } = data[by]
  if (groups.length === 0) {
    return (
      <EmptyState
        title={`${counted(total, 'person', 'people')} are too many for one picture`}
        text={`Give members a ${by}, and each of them can be opened by itself.`}
      />
    )
  }
  return (
    <>
      <p className={classes.status}>
        {numberText(total)} people{within === null ? '' : ` in ${within.name}`} are too many for one picture.
        Open one {by === 'location' ? 'place' : 'department'}:
      </p>
      <ul className={classes.groups}>
        {groups.map(({ name, people }, at) => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(name)}>
              <b dir="auto">{name}</b>
              <span>
                {counted(people, 'person', 'people')}, {counted(ties[at]?.[at] ?? 0, 'tie')} among them,{' '}
                {numberText(
                  (ties[at] ?? []).reduce((sum, own, other) => (other === at ? sum : sum + own), 0),
                )}{' '}
                to others
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
