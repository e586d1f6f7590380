import { useRecords } from '@renderer/app/records'
import { counted, shortDate } from '@renderer/components/labels'
import classes from '../Settings.module.css'

export function ImportHistory() {
  const { data: imports } = useRecords('imports.history', {})
  if (!imports || imports.length === 0) return <p className={classes.quiet}>Nothing was imported yet.</p>
  return (
    <ul className={classes.imports}>
      {imports.map(({ id, at, kind, fileName, added, merged, skipped, rejected }) => (
        <li key={id}>
          <b dir="auto">{fileName}</b>{' '}
          <span>
            {kind}, {shortDate(at.slice(0, 10))}: {counted(added, 'added', 'added')},{' '}
            {counted(merged, 'merged', 'merged')}, {counted(skipped, 'skipped', 'skipped')},{' '}
            {counted(rejected, 'not taken', 'not taken')}
          </span>
        </li>
      ))}
    </ul>
  )
}
