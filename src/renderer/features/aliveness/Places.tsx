import classes from './Places.module.css'
import type { Aliveness } from './words'

/** Fewer ties than this make no picture. */
const fewestTies = 10

/** Ties between the largest places against what chance would give: pale is seldom, strong is often. */
export function Places({ places: { names, ties, expected, leftOut } }: { places: Aliveness['places'] }) {
  const half = ties.filter((_, cell) => Math.floor(cell / names.length) <= cell % names.length)
  if (names.length < 2 || half.reduce((sum, one) => sum + one, 0) < fewestTies) return null
  return (
    <section aria-label="Between places" className={classes.places}>
      <h2>
        Between places <small>ties against chance</small>
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col" dir="auto" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((row, a) => (
            <tr key={row}>
              <th scope="row" dir="auto" title={row}>
                {row}
              </th>
              {names.map((column, b) => (
                <Cell
                  key={column}
                  between={row === column ? `within ${row}` : `${row} and ${column}`}
                  ties={ties[a * names.length + b] ?? 0}
                  expected={expected[a * names.length + b] ?? 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <i data-end="least" /> none <i data-end="chance" /> as chance would have it <i data-end="most" />{' '}
        twice as often{leftOut > 0 ? `; ${leftOut} smaller places are left out` : ''}
      </p>
    </section>
  )
}

function Cell({ between, ties, expected }: { between: string; ties: number; expected: number }) {
  // Where chance gives next to nothing, a single tie says nothing either.
  const share = expected > 0 ? Math.min(2, ties / expected) / 2 : 0
  const words = `${ties.toLocaleString()} of ${expected.toLocaleString(undefined, { maximumFractionDigits: 1 })}`
  return (
    <td title={`${between}: ${words} by chance`}>
      <span className={classes.cell} style={{ opacity: 0.1 + 0.9 * share }} />
      <span className={classes.unseen}>{words}</span>
    </td>
  )
}
