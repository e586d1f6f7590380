import { counted } from '@renderer/components/labels'
import { tableRank, tableWords } from '@shared/domain/historyWords'

/** What follows from the rest. */
const quiet = ['interactions', 'topics', 'trash']

/** "1 session, 2 attendees": how many records of which kind; what follows from others only where it is alone. */
export function countWords(counts: Record<string, number>): string {
  const told = Object.entries(counts).filter(([table]) => table !== 'trash')
  const loud = told.filter(([table]) => !quiet.includes(table))
  return (loud.length > 0 ? loud : told)
    .sort(([a], [b]) => tableRank(a) - tableRank(b))
    .map(([table, count]) => counted(count, tableWords(table).one, tableWords(table).many))
    .join(', ')
}
