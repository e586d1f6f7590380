import { Box } from '@mantine/core'
import styles from './charts.module.css'
import { type ChartTable, keyed, showCell } from './chartTable'

interface ChartTableViewProps {
  table: ChartTable
  /** The id of the chart's title. */
  labelledBy: string
}

/** The chart's figures as a table that scrolls when it is long; the first column names the rows. */
export function ChartTableView({ table, labelledBy }: ChartTableViewProps) {
  const columns = keyed(table.columns)
  return (
    <Box component="section" className={styles.tableBox ?? ''} aria-labelledby={labelledBy} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, thing: column }) => (
              <th key={key} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows).map(({ key: rowKey, thing: row }) => (
            <tr key={rowKey}>
              {columns.map(({ key, thing: column }, index) => {
                const text = showCell(row[index] ?? null, column)
                return index === 0 ? (
                  <th key={key} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={key} data-kind={column.kind}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
