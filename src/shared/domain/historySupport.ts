import { as, stamps, type TableWords, text } from './historyColumns'

/** How the history calls the tables of match support. */
export const supportTables: Readonly<Record<string, TableWords>> = {
  check_ins: {
    one: 'check-in',
    many: 'check-ins',
    columns: {
      match_id: as('matches', 'Match'),
      member_id: as('members', 'With'),
      made_on: as('date', 'Date'),
      means: text('By'),
      depth: text('Kind'),
      minutes: as('minutes', 'Length'),
      notes: as('long', 'Notes'),
      confidentiality: text('Confidentiality'),
      due_on: as('date', 'Was due on'),
      preset: text('By the plan'),
    },
    hidden: stamps,
  },
  snoozes: {
    one: 'check-in that was put off',
    many: 'check-ins that were put off',
    columns: {
      match_id: as('matches', 'Match'),
      member_id: as('members', 'With'),
      made_on: as('date', 'On'),
      until_on: as('date', 'Until'),
      reason: text('Because'),
    },
    hidden: ['id'],
  },
  match_moves: {
    one: 'change of a match',
    many: 'changes of matches',
    columns: {
      match_id: as('matches', 'Match'),
      from_status: text('From'),
      to_status: text('To'),
      on_day: as('date', 'On'),
      reason: text('Because'),
    },
    hidden: ['id'],
  },
  goals: {
    one: 'goal',
    many: 'goals',
    columns: {
      match_id: as('matches', 'Match'),
      owner_id: as('members', 'Whose'),
      text: text('Text'),
      due_on: as('date', 'By'),
      reached_on: as('date', 'Reached on'),
      dropped_on: as('date', 'Dropped on'),
    },
    hidden: stamps,
  },
  milestones: {
    one: 'milestone',
    many: 'milestones',
    columns: {
      goal_id: as('goals', 'Goal'),
      text: text('Text'),
      due_on: as('date', 'By'),
      done_on: as('date', 'Done on'),
    },
    hidden: ['id', 'position'],
  },
  closures: {
    one: 'closure of a match',
    many: 'closures of matches',
    columns: {
      match_id: as('matches', 'Match'),
      anticipated: as('yes', 'Foreseen'),
      reason: text('Because'),
      begun_on: as('date', 'Begun on'),
      ends_on: as('date', 'Last day'),
      contact_rule: text('Contact afterwards'),
      closed_on: as('date', 'Closed on'),
      reopened_on: as('date', 'Reopened on'),
      reopened_because: text('Reopened because'),
    },
    hidden: ['id'],
  },
  closure_steps: {
    one: 'step of a closure',
    many: 'steps of closures',
    columns: {
      closure_id: as('closures', 'Closure'),
      kind: text('Step'),
      member_id: as('members', 'With'),
      done_on: as('date', 'Done on'),
      afterwards: text('Wants next'),
      notes: as('long', 'Notes'),
    },
    hidden: ['id'],
  },
}
