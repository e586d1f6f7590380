import type { Topic } from './topic'

/** Topics about working with one another. */
export const peopleTopics: readonly Topic[] = [
  {
    name: 'giving feedback',
    titles: ['Feedback that can be used', 'Telling a colleague what did not work', 'Practising feedback'],
    goals: [
      'Give feedback within two days, not at the yearly review',
      'Ask for feedback after every piece of work',
    ],
    opens: [
      '{b} had been putting off telling {c} that the last report came in late and thin. The two have shared a desk for years, which makes it harder, not easier.',
      '{b} is about to write {his} first yearly reviews and worries that nothing in them will be news to anybody except the person who needs it most.',
      'A junior surveyor asked {b} “how am I doing?” in the corridor and got “fine, fine” for an answer. {He} has been annoyed with {himself} ever since.',
    ],
    talks: [
      '{a} uses three short steps: what I saw, what it led to, what I would like next time. No adjectives in the first one.',
      'They wrote down what {b} actually saw on {project}, then struck out every word that was a judgement. Two lines were left, and both could be said aloud.',
      'Praise came up too. {b} gives it in general and criticism in detail; {a} suggested doing it the other way round for a month.',
      '{a} told how a manager once saved up eight months of remarks for one meeting, and that the only thing anybody remembered was the length of it.',
      'Where to do it mattered more than {b} expected: not in the open office, not on a Friday, and not by message.',
      'They tried it as a rehearsal. {a} played the colleague and cried foul early; {b} kept {his} voice low and came back to the example each time.',
      'Half of it is asking first. {b} will begin with “how did you find it?” and wait for the whole answer.',
      '{a} warned against the sandwich: people hear the bread or the filling, seldom both.',
    ],
    tries: [
      'The talk with {c} took ten minutes. There was a silence, then an explanation {b} had not thought of, and then a date for the new version.',
      'It came out clumsier than in the rehearsal, {b} said, but the message arrived and nobody was offended.',
      'It went half well: the example was clear, but {b} softened the last part until it was no longer a request.',
    ],
    settles: [
      'Feedback no longer needs a place on the agenda. {b} now does it within the week and {team} has started to do the same.',
      '{b} asked {c} for feedback in return and got one useful sentence, which {he} reads as proof that the door is open both ways.',
    ],
    steps: [
      [
        'b',
        'Talk with {c} about the late report, with one example and one request',
        'talked with {c} about the late report',
      ],
      [
        'b',
        'Write down two observations a day for a week, without adjectives',
        'kept a page of plain observations for a week',
      ],
      [
        'b',
        'Ask three people in {team} what you should do less of',
        'asked three people in {team} what to do less of',
      ],
      ['a', 'Send {b} the one-page guide to the three steps', 'sent the one-page guide to the three steps'],
    ],
    quotes: [
      ['b', 'I was being kind to myself and calling it being kind to them.'],
      ['a', 'If you need a paragraph to get there, you are not there yet.'],
      ['b', 'The example did the work. I only had to read it out.'],
    ],
    lessons: [
      'Keep the first sentence free of adjectives; it takes the heat out of the rest.',
      'Ask “how did you find it?” before saying anything. About half the time the other person says it for you.',
    ],
  },
  {
    name: 'difficult conversations',
    sensitive: true,
    titles: ['A conversation that has been waiting', 'Before the hard talk', 'Saying no and meaning it'],
    goals: [
      'Have the talk within a week of knowing that it is needed',
      'Say no without an apology longer than the reason',
    ],
    opens: [
      '{b} has to tell {c} that the place on {project} goes to somebody else, and has rewritten the message {n} times.',
      'There is a rota row in {team} with {c} in the middle of it, and everybody has told {b} their side in private, with the request not to pass it on.',
      '{b} and {c} shook hands on a date for {client} that cannot be kept, and {b} now has to go back and say so.',
    ],
    talks: [
      '{a} asked what the worst realistic answer would be. Said out loud, it was rather less than the one {b} had been preparing for.',
      'They separated the decision, which stands, from the reasons, which can be discussed, and from the help that is on offer. Mixing the three is what makes such talks long.',
      '{a} suggested putting the news in the first minute: people do not hear the warm-up, they only notice that there is one.',
      '{b} practised the opening three times. By the third the word “unfortunately” had gone.',
      'They spoke about what to do if the other person cries or shouts: stop, offer a break, name a time to go on, and do not fill the silence.',
      '{a} keeps a short note after each hard talk of what was said and what was promised, and shows it to the other person the same day.',
      'What is not {b}’s to carry came up. {He} is to bring the two colleagues to one table, not to run messages between them.',
      'There was a good exchange on tone: firm about the matter, warm to the person, and never the reverse.',
    ],
    tries: [
      'The talk was over in a quarter of an hour. {b} had the next step written down beforehand and was glad of it.',
      'It went badly at first, with some old history thrown in, but {b} kept to the one subject and they parted on speaking terms.',
      '{c} had guessed already. What was wanted was not the news but to hear it from a person.',
    ],
    settles: [
      'Things are calm. {b} says the weeks of dread cost more than the conversation did.',
      '{b} sees now that the delay was the unkind part, and has set {himself} a limit of one week.',
    ],
    steps: [
      [
        'b',
        'Book half an hour with {c} this week, in a room and not by message',
        'sat down with {c}, in a room and not by message',
      ],
      [
        'b',
        'Write the first two sentences and read them aloud to {a}',
        'wrote the first two sentences and read them aloud',
      ],
      [
        'b',
        'Tell {team} what was decided before they hear it in the corridor',
        'told {team} what was decided before the corridor did',
      ],
      [
        'a',
        'Be reachable by phone on the afternoon of the talk',
        'stayed by the phone that afternoon, and it did ring',
      ],
    ],
    quotes: [
      ['b', 'I had written the whole play, and the other person only had one line.'],
      ['a', 'Say the thing, then be quiet. Being quiet is the hard half.'],
      ['b', 'Nobody thanked me, but nobody was surprised either.'],
    ],
    lessons: [
      'Put the decision in the first minute and keep the reasons for the questions.',
      'Decide beforehand what is fixed and what is open, and tell the other person which is which.',
    ],
  },
  {
    name: 'conflict in a team',
    colleague: 'People',
    sensitive: true,
    titles: ['Two colleagues who do not speak', 'Friction in the team', 'When two teams pull apart'],
    goals: [
      'Settle team quarrels at the table, not by message',
      'Make the agreement between the two teams visible',
    ],
    opens: [
      'Two people in {team} have stopped talking to each other and communicate through {b}, who is tired of being the letterbox.',
      '{b} described a running quarrel between one colleague in {team} and one in {dept} over who owns the inspection dates for {project}.',
      'A remark in the weekly meeting was taken badly. Two people in {team} no longer greet each other, and {b} wants to know whether to step in or to let it blow over.',
    ],
    talks: [
      '{a} drew the difference between a quarrel about facts, about interests and about standing. This one looks like the third, dressed up as the first.',
      'They listed who gains from leaving it as it is. It was a shorter list than {b} had thought, and {his} own name was on it.',
      '{a} advised hearing each side once, alone, and only once. After that everything is said with both in the room.',
      'They wrote three house rules for the meeting: one speaks, the other repeats it back, nobody mentions last year.',
      '{b} noticed that the two get on well on site and badly in the office, and will use that.',
      'There was some talk of fairness. {b} has been siding with the louder one without wanting to.',
      '{a} gave an example from the {aplace} office, where moving one handover by an hour ended a feud of two years.',
      'They agreed that {b} may ask {c} from {cdept} to sit in, and that asking is not a defeat.',
    ],
    tries: [
      'The meeting happened. It was stiff for twenty minutes and then turned out to be about an e-mail that one of them never received.',
      'One of the two came, the other was “held up on site”. {b} named a new date in front of the team.',
      'They now talk again, mostly about work. {b} does not need more than that.',
    ],
    settles: [
      'The rota question is written down and signed by both. {b} has gone back to {his} own work.',
      '{team} has a rule of its own now: anything that needs three messages is settled by phone.',
    ],
    steps: [
      [
        'b',
        'Bring both to one table with the three house rules',
        'brought both to one table with the three house rules',
      ],
      [
        'b',
        'Hear each of the two once, for half an hour, and take no messages',
        'heard each of the two once and took no messages',
      ],
      ['b', 'Ask {c} to sit in on the second meeting', 'asked {c} to sit in, who did so gladly'],
      ['a', 'Look for the old agreement on inspection dates', 'found the old agreement on inspection dates'],
    ],
    quotes: [
      ['b', 'I was not solving it. I was storing it.'],
      ['a', 'Ask what each of them would be proud of in a year. It is usually the same thing.'],
      ['b', 'They both said they were waiting for the other one to begin.'],
    ],
    lessons: [
      'Stop carrying messages between two people: it feels like helping and keeps the quarrel going.',
      'Look at handover times before looking at characters.',
    ],
  },
  {
    name: 'delegation',
    titles: ['Letting go of the details', 'What only I can do', 'Handing over a whole task'],
    goals: [
      'Hand over two whole tasks by the end of the quarter',
      'No more evening corrections of other people’s work',
    ],
    opens: [
      '{b} works until eight most evenings while {team} goes home at five, and suspects that this is {his} own doing.',
      'Since the promotion {b} still does the old job beside the new one. The list {he} brought had {N} lines; {a} asked which of them only {he} could do.',
      '{b} gave the {lastmonth} figures to a colleague, took them back after two days, and felt bad about both.',
    ],
    talks: [
      'They sorted the list into three: keep, teach, stop. The last pile was the surprise.',
      '{a} hands over the outcome and the limits and never the method; if the method matters, it was not ready to be handed over.',
      'A task handed over without the authority to decide is only an errand, {a} said, and {b} recognised several errands.',
      'They spoke about the first mistake, which will come. {b} is to ask “what would you do next?” before offering an answer.',
      '{b} finds that the checking is worse than the doing. They agreed on one look in the middle and one at the end, in the diary and not in passing.',
      'Who to ask was less clear than what to ask. {c} has room and would like to learn; the usual two have neither.',
      '{a} put it in numbers: a task of an hour a week costs five hours to teach and is paid back before the season is over.',
      'There is some vanity in it, {b} admitted: it is pleasant to be the one who knows.',
    ],
    tries: [
      'The figures were not laid out as {b} would have done it, and nobody noticed.',
      '{c} asked two questions all week, both good ones. {b} had expected twenty.',
      'It came back unfinished, because the deadline had only ever been in {b}’s head. That one is easily mended.',
    ],
    settles: [
      '{b} left at half past five on three days out of five. The world did not end.',
      'Two tasks are now {c}’s for good, and {b} introduces {c} to {client} as the one to ask.',
    ],
    steps: [
      [
        'b',
        'Hand the monthly figures to {c}: outcome, limits and one check in the middle',
        'handed the monthly figures to {c}',
      ],
      [
        'b',
        'Strike three things off the list that nobody would miss',
        'struck three things off the list and nobody has asked',
      ],
      [
        'b',
        'Write half a page on what “done” looks like for {project}',
        'wrote half a page on what “done” looks like',
      ],
      ['b', 'Tell {team} who decides what from now on', 'told {team} who decides what'],
    ],
    quotes: [
      ['b', 'I thought I was the safety net. I was the bottleneck.'],
      ['a', 'If they can do it at seventy per cent of your level today, hand it over today.'],
      ['b', 'I had handed over the work and kept the worry.'],
    ],
    lessons: [
      'Hand over outcome and limits, and put the single check in the diary so that you do not hover.',
      'Say who decides. Without that it is an errand, not a task.',
    ],
  },
]
