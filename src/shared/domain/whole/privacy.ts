/**
 * What of a program file is private to the coordinator, and left out of an export unless it is to hold everything.
 * Records whose `confidentiality` is `private` keep their date and people; what is confidential in the history
 * (`historyWords`) was told for one purpose alone. A test sees that nothing new is forgotten.
 */

/** What stands where a text is left out that cannot be unknown. */
export const leftOutText = 'Left out of this export: it is private to the coordinator.'

/** What whoever opens such an export is told. */
export const leftOutWords =
  'What was marked as private had been left out of this export, so it is missing: where a text had to stand, a sentence says so.'

/** Columns that are private in every record. */
export const privateColumns: Readonly<Record<string, readonly string[]>> = {
  enrolments: ['note'],
  invitations: ['note'],
  pair_rules: ['reason'],
}

/** When a record `t` is private: by its own word, or by that of the record that it answers to. */
export const privateWhen: Readonly<Record<string, string>> = {
  sessions: "t.confidentiality = 'private'",
  check_ins: "t.confidentiality = 'private'",
  // What the coordinator noted for themselves alone.
  snoozes: '1',
  flag_snoozes: '1',
  closure_steps: "t.notes <> ''",
  asks: 't.is_private = 1',
  ask_answers: 't.ask_id IN (SELECT id FROM asks WHERE is_private = 1)',
}

/** Of private records, beside the texts: what somebody thought of it, and what it was about. */
export const toldColumns: readonly string[] = ['rating', 'topic_id']

/** Tables whose lines are left out with the text of the private record that they belong to. */
export const ofPrivateRecords: Readonly<Record<string, string>> = {
  session_topics: 'session_id',
  action_items: 'session_id',
}

/** Tables that belong to records that may be private, and say nothing but who was there. */
export const peopleOfRecords: readonly string[] = ['session_attendees']

/** Settings that are about a file and not about what it holds. */
export const settingsOfFile: readonly string[] = ['erasure.%', 'colleague.%']
