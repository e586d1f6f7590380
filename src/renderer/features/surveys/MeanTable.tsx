import classes from './Surveys.module.css'
import { meanText } from './words'

export interface MeanRow {
  key: string | number
  name: string
  /** A few words behind the name, such as how many people. */
  note?: string
  mean: number | null
}

interface Props {
  title: string
  reading: string
  points: number
  rows: readonly MeanRow[]
}

/** Means as bars on the scale, which are a table as well. */
export function MeanTable({ title, reading, points, rows }: Props) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={classes.reading}>{reading}</p>
      <table className={classes.means}>
        <tbody>
          {rows.map(({ key, name, note, mean }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
                {note === undefined ? null : <small> {note}</small>}
              </th>
              <td className={classes.track} aria-hidden="true">
                {mean === null ? null : <span style={{ width: `${((mean - 1) / (points - 1)) * 100}%` }} />}
              </td>
              <td className={classes.mean}>{mean === null ? 'too few' : meanText(mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
