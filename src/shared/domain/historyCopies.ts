import type { TableWords } from './historyColumns'

/** How the history calls what is kept of merging another coordinator's copy. */
export const copyTables: Readonly<Record<string, TableWords>> = {
  merged_commands: {
    one: 'command of another copy',
    many: 'commands of another copy',
    columns: {},
    hidden: ['id', 'uid', 'at'],
  },
  merged_rows: {
    one: 'record of another copy',
    many: 'records of another copy',
    columns: {},
    hidden: ['id', 'table_name', 'row_id', 'uid'],
  },
  merged_cells: {
    one: 'field of another copy',
    many: 'fields of another copy',
    columns: {},
    hidden: ['id', 'table_name', 'row_id', 'column_name', 'uid', 'at', 'command_id'],
  },
}
