import type { SessionMedium } from '@shared/domain/vocabulary'
import type { AgreedStep } from '../topics/topic'

/** How notes begin, by how the two met. */
export const openings: Record<SessionMedium, readonly string[]> = {
  'in person': [
    'They met at the office and walked down to the water for the second half.',
    'Met in person, in the small room above the workshop.',
    '{a} and {b} met over lunch, away from the desks.',
    'A walk along the quay instead of a room, at {b}’s request.',
    'Met face to face, which both say makes a difference.',
    '{b} had booked the quiet room, and {a} brought the coffee.',
    'A proper sit-down this time, with a whiteboard.',
    '{a} came over to {b}’s desk and they found a free room.',
    'In person, on the bench by the boat shed, as the rooms were taken.',
    'They met in the canteen before it filled up.',
    'Met in the meeting room with the old charts on the wall.',
    '{b} was early, {a} was late, and both were glad to see each other.',
    'An hour in the library, door closed, phones outside.',
  ],
  video: [
    'By video, on time, cameras on.',
    '{a} and {b} met by video; the line held.',
    'Video call, {b} from a site cabin with some wind in the microphone.',
    'By video again. {b} had sent three lines beforehand, which helped.',
    'A video call squeezed in between two other things, as {b} said at once.',
    'On video, with the notes open on both sides.',
    '{b} came well prepared to the call with {a}.',
    'On screen, after two tries with the sound.',
    'A short check on how things are, and then straight to it, by video.',
    'By video, {b} at the kitchen table and in a good mood.',
    '{a} had blocked the whole hour and kept the camera on throughout.',
  ],
  phone: [
    'By phone, {b} on the way to the site.',
    'A call without pictures, which {b} likes better for this sort of thing.',
    '{a} rang {b} at the agreed time; they spoke without slides or screens.',
    'By phone, as the network in {place} was down.',
  ],
  chat: [
    'No time to meet, so {a} and {b} wrote to and fro in the chat over an afternoon.',
    'By chat, in pieces, between {b}’s shifts.',
  ],
  'e-mail': [
    '{b} wrote a long letter and {a} answered at length; both wanted it counted as a session.',
    'By e-mail this time, two messages each way.',
  ],
  other: [
    '{a} came along to the site and watched {b} at work; they talked on the way back.',
    'They met on the fringe of the quarterly gathering, on two crates behind the hall.',
  ],
}

/** How notes may begin when the two are from different places. */
export const apartOpenings: Partial<Record<SessionMedium, readonly string[]>> = {
  'in person': [
    '{a} was in {place} for two days, so for once they met in person.',
    'In person, as {b} had come over to {aplace} for the quarterly gathering.',
  ],
  video: [
    'They met on screen, {a} in {aplace} and {b} in {place}.',
    'By video between {aplace} and {place}, early for one and late for the other.',
  ],
}

/** How notes begin after an unusually long pause. */
export const gapOpenings = [
  'First meeting in {gap}: {b} had been out with the survey boat and then on leave.',
  '{gap} since the last one. Two dates had fallen through, one on each side.',
  'After {gap} without a session they began by catching up, and it took a third of the hour.',
  'The first session in {gap}. {b} apologised, {a} waved it away.',
] as const

/** What became of the step agreed on last time. */
export const keptSteps = [
  'Since last time {who} {did}.',
  'As agreed, {who} {did}.',
  '{who} {did}, as they had agreed.',
  'First what was agreed: {who} {did}.',
  'Since the last session {who} {did}.',
  'They began with last time’s step: {who} {did}.',
  'Between the two sessions {who} {did}.',
] as const

export const missedSteps = [
  '“{step}” is still open; the time went to {project}.',
  'Nothing came of “{step}” yet. {who} was frank about it: no time, and a little no courage.',
  '“{step}” had to wait, since half of {team} was ill.',
  '{who} had not got to it (“{step}”) and would like to keep it for the next time.',
  '“{step}” was overtaken by events, but both think that it is still worth doing.',
] as const

export const alsoKept = ['{who} also {did}.', 'Besides that, {who} {did}.'] as const

/** How a topic goes on that was there last time. */
export const continuations = [
  'They took up {topic} where they had left it.',
  'More on {topic}, from a different side.',
  'Still {topic}, but calmer than last time.',
  '{b} wanted to stay with {topic}.',
  'It was {topic} once more, at {b}’s wish.',
  '{topic} is not done with yet, so that is where they began.',
] as const

/** The same after it has been told what became of the last step. */
export const continuationsAfterOther = [
  'The rest of the hour went to {topic} again.',
  'From there they came back to {topic}.',
  'That led straight back to {topic}.',
  '{b} wanted to stay with {topic}.',
  'More on {topic} after that, from a different side.',
  'Then {topic} again, where they had left it.',
  'They stayed with {topic} for the rest of the time.',
] as const

/** First meetings. */
export const firstLines = [
  'First meeting. {a} and {b} did not know each other beforehand.',
  'The first session of the two, after a short introduction by me.',
  'A first meeting to see whether it fits. It does, I think.',
  '{a} and {b} met for the first time today, though they have been in the same mailing lists for years.',
] as const

export const gettingAcquainted = [
  '{a} told how {ahe} came to {aplace} and what {ahe} would do differently; {b} listened and asked good questions.',
  '{b} has been in {place} long enough to know everybody and not long enough to be listened to, in {his} own words.',
  'They found out that both of them learned the trade on small boats, which broke the ice.',
  '{b} drew the last five years as a line on paper, with the dips. {a} drew {ahis} own beside it.',
  '{a} has mentored before and said what did not work that time: too polite, too seldom.',
  'They compared what a usual week looks like. The two weeks have surprisingly little in common.',
  '{b} had never had a mentor before and admitted to having looked up what one does.',
  'They spoke about what each of them is good at, which {b} found much harder than the weaknesses.',
] as const

export const groundRules = [
  'What is said stays between them unless both agree; these notes go to me and nobody else.',
  '{b} writes the agenda the day before, three lines are enough.',
  'Either may say that it does not work, to the other first and to me after that.',
  'If one of the two has to cancel, that one names the new date at once.',
  '{a} asks, {b} decides. Advice only on request.',
  'They will look back together after three months and see whether it is worth the hours.',
] as const

/** What is agreed in a first meeting: who, what, and how the next notes tell it. */
export const firstSteps: readonly AgreedStep[] = [
  [
    'b',
    'Send three lines on what you want from the sessions',
    'sent three lines on what the sessions are for',
  ],
  ['b', 'Write down the three hardest moments until next time', 'wrote down three hard moments'],
  ['a', 'Put a fixed slot for the sessions into both diaries', 'put a fixed slot into both diaries'],
  ['a', 'Send {b} the notes on how the last cohort worked', 'sent the notes on how the last cohort worked'],
  ['b', 'Draw up a list of three things to get better at', 'drew up a list of three things to get better at'],
  [
    'b',
    'Ask two colleagues what they would come to you for',
    'asked two colleagues what they would come to {him} for',
  ],
]

export const hopes = [
  '{b} hopes to be clearer about {topic} by the end, and said why it matters to {him} now.',
  'What {b} wants above all is somebody to think aloud with about {topic}.',
  '{a} asked how both would notice that it was worth it. {b}: “If I dread {topic} less.”',
  'They settled on {topic} to begin with, because it is what keeps {b} awake.',
] as const

/** The coordinator’s own remarks. */
export const asides = [
  'I will ask both at the next check-in whether the rhythm still suits.',
  '{a} seems to enjoy it as much as {b} does.',
  'To my mind they are past the polite stage.',
  '{b} would be a good speaker at the next gathering; I have not asked yet.',
  'Both were in good spirits when I looked in afterwards.',
  'They do not need me for this, which is how it should be.',
  'I should introduce {b} to others in {place} who have the same question.',
  'Worth watching: {b} is quick to say that all is well.',
  '{a} asked me for more mentees like this one.',
  'They ran ten minutes over and neither noticed.',
  'The goal that they set at the start could do with a fresh look.',
  'A good session, by both accounts.',
  'They laughed a lot, I am told.',
  'Not much that is new, and that is fine too.',
] as const

export const flatAsides = [
  'It did not quite get going today, and both noticed.',
  '{b} was tired and said so. They stopped early.',
  'A little too much advice this time, {a} thought afterwards.',
  'They went round in circles somewhat. Next time with an agenda.',
  'Neither was quite there; the phones on the table did not help.',
] as const

/** What only the coordinator should read. */
export const confidences = [
  'In confidence: {b} has been offered a post elsewhere and has not decided.',
  'Not for others: there has been an illness in {b}’s family for some months.',
  '{b} asked that this stay here: the trouble is with {his} manager and not with the work.',
  'For me only: {a} wonders whether a mentor outside {dept} would be of more use.',
  '{b} spoke about money worries. I gave {him} the number of the hardship fund.',
  'Told in confidence: {b} means to ask for fewer hours before long.',
  'Please keep: {b} did not sleep well for weeks. {He} has been to the doctor.',
] as const

/** When several mentees share the hour. */
export const groupLines = [
  '{others} had the same trouble last year and said how it ended.',
  '{others} asked most of the questions this time, and {a} let them.',
  '{others} took the other side for the sake of argument, which helped.',
  'From {others} came an example that nobody had expected.',
  '{others} added an example of their own, and it turned the talk round.',
] as const

/** Thoughts that fit into any session. */
export const reflections = [
  '{b} noticed half-way that the question had changed since the morning.',
  '{a} held back for once, and {b} got there alone.',
  'There was a longer silence in the middle, a good one.',
  'They came back to it twice from different sides before it was clear.',
  '{b} wrote down one sentence and put the pen away.',
  '{a} does not have an answer to this either and said so.',
  'It is the same pattern as half a year ago, {b} said, only smaller.',
  'They drew it on paper, and the drawing is attached to the folder.',
  'It helped that {a} does not work in {dept} and could ask the simple questions.',
  '{b} talked {himself} into it while explaining why it would not work.',
  'They left one question open on purpose.',
  '{a} asked three times “and what else?”, and the third answer was the real one.',
  'For {project} this means little at first, and a good deal next year.',
  'They looked at how {team} does it and did not find it any better.',
  'Some of it is the season: everything in {place} happens at once at this time of the year.',
  'It turned out that {client} had asked for the same thing some time ago.',
  '{a} read out a line from an old notebook which said much the same.',
  'They disagreed about it, in good temper, and left it at that.',
  '{b} was surprised at how long {a} thought before answering.',
  'Half-way through they swapped chairs and each argued for the other.',
  '{a} sketched what the next three months could look like, and {b} crossed out half of it.',
  'A story from {aplace} made the point better than any rule.',
  'It is easier on paper than at seven in the morning in {place}, {b} objected, and {a} had to agree.',
  '{b} asked whether that is really {his} job. They found that most of it is.',
  'The first idea was the one that they came back to in the end.',
  '{a} would not let the word “always” pass.',
  'They counted how often it has happened this year: {n} times, fewer than it feels like.',
  'What {client} thinks of it, nobody has asked yet. {b} will, when there is a chance.',
] as const

/** What a talk was about in particular; these give the notes of a large program their many rare words. */
export const references = [
  'The case at hand was {station}, of all places.',
  '{station} came up as the example, as it often does.',
  'For the record: it is ticket {ticket}.',
  'They went through ticket {ticket} line by line.',
  'The drawing that they had before them was {drawing}.',
  'It began with the readings from {station}.',
  '{b} had been at {station} that morning, with mud on the boots to prove it.',
  'What happened at {station} last year served as a warning.',
  'The minutes of the meeting at {station} are filed under {ticket}.',
  '{a} knows {station} from earlier days and told how it was done there.',
  'Drawing {drawing} needs a second pair of eyes; that is noted elsewhere.',
  'They took {station} as the test: would it work there?',
] as const

export const summerLines = [
  'They skip the holidays and meet again when both are back.',
  '{b} is away for two weeks; the next date is set all the same.',
] as const

export const yearEndLines = [
  'The last one before the holidays. They wished each other a quiet one.',
  'Next time in the new year; the date is in both diaries.',
] as const
