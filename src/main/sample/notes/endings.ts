/** The last session of a match that went its full way. */
export const farewells = [
  'The last session. {a} and {b} looked back over the year from the first notes onwards.',
  'They closed it properly: what was the plan, what became of it, what stays.',
  'Closing session. {b} brought the page with the goals from the first meeting.',
] as const

export const harvest = [
  '{b} reads {his} own first notes like those of somebody else. Most of what was hoped for is there, and the rest turned out not to matter.',
  'What {b} takes along: to ask earlier, to write shorter, and that most people are glad to be rung up.',
  '{a} learned at least as much, {ahe} said, above all about how {place} really works.',
  'Asked for the moment that mattered most, {b} named the walk along the quay, and {a} the same one.',
  '{topic} took up more of the year than planned. Neither regrets it.',
  '{b} would have liked to begin with the hard subject sooner. {a} agrees, and will with the next one.',
] as const

export const afterwards = [
  'They will stay in touch without a calendar. {b} is to ring when something goes well, not only when it does not.',
  '{b} would like to mentor somebody in the next cohort. I have put {him} down for the training.',
  '{a} takes a break and comes back in half a year.',
  'Both filled in the closing form on the spot. {a} gave {b} the old tide tables, with a dedication.',
] as const

/** The last session of a match that ended before its time. */
export const earlyEndings = [
  'They agreed to stop here. {b} is moving to another post and wants to arrive there first.',
  'This was the last one. It had become a duty for both, they said so openly, and parted well.',
  '{a} has taken over a second site and cannot go on. {b} was disappointed and understood.',
  'They end it early: what {b} came for is settled, and neither wanted to go on for the sake of form.',
] as const

export const afterEarlyEndings = [
  'I offered {b} another mentor; {he} would like to think about it until the next round.',
  'I will speak to both separately within the month.',
  'Lesson for us: ask about changes of post before matching, not after it.',
  'No hard feelings on either side, as far as I can see.',
] as const

/** Talks outside any match. */
export const singleLines = [
  '{b} asked for an hour on one subject, and {a} was free.',
  'A single talk and not a match: {b} had one question and {a} one answer.',
  'I put {a} and {b} together for this one question.',
  '{a} and {b} got talking at a gathering and wanted to go on.',
] as const

export const closingTitles = ['Last session', 'Looking back', 'Closing the year'] as const
export const endingTitles = ['Stopping here', 'Last session'] as const
export const firstTitles = ['First meeting', 'Getting to know each other', 'A beginning'] as const
