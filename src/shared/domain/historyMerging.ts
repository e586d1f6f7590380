import { as, type TableWords, text } from './historyColumns'

/** How the history calls what is kept of two records that became one. */
export const mergingTables: Readonly<Record<string, TableWords>> = {
  member_merges: {
    one: 'merge',
    many: 'merges',
    columns: { member_id: as('members', 'Member'), gone_id: as('members', 'Merged with') },
    hidden: ['id', 'gone_created_at', 'command_id', 'merged_at'],
  },
  member_identities: {
    one: 'earlier name or address',
    many: 'earlier names and addresses',
    columns: {
      member_id: as('members', 'Member'),
      name: text('Name'),
      email: text('E-mail'),
      external_id: text('Identifier elsewhere'),
      organisation: text('Organisation'),
      location: text('Location'),
      department: text('Department'),
    },
    hidden: ['id'],
  },
  distinct_members: {
    one: 'pair that is not the same person',
    many: 'pairs that are not the same person',
    columns: { first_id: as('members', 'One'), second_id: as('members', 'The other') },
    hidden: ['id', 'said_at'],
  },
}
