import { as, stamps, type TableWords, text } from './historyColumns'

/** How the history calls the tables of formal mentoring. */
export const mentoringTables: Readonly<Record<string, TableWords>> = {
  programs: {
    one: 'program',
    many: 'programs',
    columns: {
      name: text('Name'),
      purpose: as('long', 'Purpose'),
      starts_on: as('date', 'Starts on'),
      ends_on: as('date', 'Ends on'),
      cadence_days: text('Days between sessions'),
      format: text('Format'),
      status: text('Status'),
      roles: as('long', 'Roles'),
      eligibility: as('long', 'Who can take part'),
      mentor_places: text('Places for mentors'),
      mentee_places: text('Places for mentees'),
      mentor_capacity: text('Mentees for each mentor'),
      copied_from: as('programs', 'Copied from'),
    },
    hidden: [...stamps, 'support', 'matching'],
  },
  program_checks: {
    one: 'check of a program',
    many: 'checks of programs',
    columns: {
      program_id: as('programs', 'Program'),
      step: text('Step'),
      role: text('Asked of'),
      text: text('Text'),
    },
    hidden: ['id', 'position'],
  },
  enrolments: {
    one: 'enrolment',
    many: 'enrolments',
    columns: {
      program_id: as('programs', 'Program'),
      member_id: as('members', 'Member'),
      role: text('Role'),
      step: text('Step'),
      step_since: as('date', 'In this step since'),
      applied_on: as('date', 'Applied on'),
      capacity: text('Mentees at most'),
      goals: as('long', 'Goals'),
      note: as('long', 'Note'),
      left_reason: text('Left because'),
      import_id: as('imports', 'Import'),
    },
    hidden: stamps,
  },
  enrolment_moves: {
    one: 'move',
    many: 'moves',
    columns: {
      enrolment_id: as('enrolments', 'Enrolment'),
      from_step: text('From'),
      to_step: text('To'),
      on_day: as('date', 'On'),
      reason: text('Reason'),
    },
    hidden: ['id'],
  },
  enrolment_checks: {
    one: 'tick',
    many: 'ticks',
    columns: {
      enrolment_id: as('enrolments', 'Enrolment'),
      check_id: as('program_checks', 'Check'),
      done_on: as('date', 'Done on'),
    },
    hidden: ['id'],
  },
  matches: {
    one: 'match',
    many: 'matches',
    columns: {
      program_id: as('programs', 'Program'),
      status: text('Status'),
      started_on: as('date', 'Started on'),
      ended_on: as('date', 'Ended on'),
      cadence_days: text('Days between sessions'),
    },
    hidden: ['id'],
  },
  match_members: {
    one: 'member of a match',
    many: 'members of matches',
    columns: {
      match_id: as('matches', 'Match'),
      member_id: as('members', 'Member'),
      side: text('Side'),
    },
    hidden: ['id'],
  },
}
