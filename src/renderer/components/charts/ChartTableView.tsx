import { Box } from '@mantine/core'
import styles from './charts.module.css'
import { type ChartTable, showCell } from './chartTable'

interface ChartTableViewProps {
  table: ChartTable
  /** The id of the chart's title. */
  labelledBy: string
}

/** The chart's figures as a table that scrolls when it is long; the first column names the rows. */
export function ChartTableView({ table: { columns, rows }, labelledBy }: ChartTableViewProps) {
  return (
    <Box component="section" className={styles.tableBox ?? ''} aria-labelledby={labelledBy} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              {columns.map((column, index) => {
                const text = showCell(row[index] ?? null, column)
                return index === 0 ? (
                  <th key={column.label} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column.label} data-kind={column.kind}>
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
