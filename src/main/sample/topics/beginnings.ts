import type { Topic } from './topic'

/** Topics about starting, passing on and coming back. */
export const beginningTopics: readonly Topic[] = [
  {
    name: 'first ninety days',
    spoken: 'the first ninety days',
    titles: ['The first ninety days', 'New in the job', 'A month in'],
    goals: [
      'Know the ten people who matter for the job by name',
      'One visible improvement before the ninetieth day',
    ],
    opens: [
      '{b} started in the new post three weeks ago and has said yes to everything since. The calendar is full and nothing in it is {his} own.',
      'The predecessor left good files and no explanations. {b} does not know which of the rules are rules and which are habits.',
      '{b} feels {he} should have an opinion on {project} by now and does not have one yet.',
    ],
    talks: [
      '{a} advised a month of questions before a month of proposals, and to tell {team} so, that nobody takes it for indecision.',
      'They drew a map of who depends on the job. {n} names were missing from {b}’s first version, all of them outside {place}.',
      'They looked for one small thing that annoys everybody and can be mended in a week. The booking of the survey boat came up at once.',
      '{a} asked every new colleague the same five questions in the first month and still has the notebook.',
      '{b} will keep a list of what seems odd. After three months it is worth gold, because by then {he} will no longer see it.',
      'They spoke about expectations from above. {b} has never asked what would count as a good first year, and has been guessing.',
      '{a} said that the first promise kept is worth more than the first idea.',
      'What to leave alone was useful too: the shift plan works, nobody knows why, and it can wait.',
    ],
    tries: [
      'The five questions gave more than expected. {c} told the whole history of the monitoring contract over one coffee.',
      'The answers did not agree with one another, which {b} found the most useful thing about them.',
      'Two of the five did not find the time, but the three who did changed {b}’s picture of what is urgent.',
    ],
    settles: [
      'Past the ninety days, {b} no longer calls {himself} the new one. The list of oddities goes to {team} next week.',
      '{b} has a short plan for the rest of the year, one page, agreed upwards and known sideways.',
    ],
    steps: [
      [
        'b',
        'Ask five people the same five questions and write down the answers',
        'asked five people the same five questions',
      ],
      ['b', 'Mend the booking of the survey boat', 'mended the booking of the survey boat'],
      [
        'b',
        'Ask your manager what would count as a good first year',
        'asked what would count as a good first year, and got an answer in one sentence',
      ],
      ['a', 'Introduce {b} to {c} in {cplace}', 'introduced {b} to {c}'],
    ],
    quotes: [
      ['b', 'Everybody told me to take my time and then asked for it by Friday.'],
      ['a', 'You are only new once. Use it for the questions that nobody else may ask.'],
      ['b', 'I stopped trying to look as if I knew, and people started to tell me things.'],
    ],
    lessons: [
      'Keep a list of what seems odd in the first months; review it with the team on day ninety.',
      'Ask the same five questions of everybody. The differences between the answers are the job.',
    ],
  },
  {
    name: 'handover',
    titles: ['Walking through the handover', 'What only {b} knows', 'Five days to hand over'],
    goals: [
      'A handover that works without the person who wrote it',
      'Nothing on {project} known to one person only',
    ],
    opens: [
      '{b} leaves {project} at the end of {month} and the handover so far is a folder of {N} documents in no order.',
      'The night shift hands over by shouting across the yard. {b} wants something better that does not cost anybody ten minutes.',
      'A colleague in {team} is moving away and takes twenty years of knowing where things are along. {b} has been asked to “capture” it before {c} takes over.',
    ],
    talks: [
      'They began with the checklist and soon left it: what matters is what goes wrong, how one notices, and whom one calls.',
      '{a} always hands over in three rounds: tell, watch, be watched. The third is the one that everybody skips.',
      'Whatever is in a document already is not worth an hour. {b} will only write what cannot be found.',
      'They went through one ordinary week, hour by hour. Eleven things came up that are in no file, among them the spare key and the name of the lock-keeper’s dog.',
      '{a} asked for the exceptions: which customer pays late and always does, which gauge lies after rain, which form may be left out.',
      'They agreed that the receiver writes the handover, not the giver. It is slower on the first day and much faster after that.',
      '{b} is keeping {n} days after the formal date for questions, and no more; otherwise it is not a handover.',
      'One page for the first morning: where to be, what to switch on, whom to greet. {a} had an old one from {aplace} to start from.',
    ],
    tries: [
      'The third round was worth it: with {b} silent on a chair, {c} found two steps that are written nowhere.',
      'It went well until an alarm that is in no document. {b} said nothing for four minutes, the longest of the day.',
      '{c} came through the day with {n} questions, most of them about passwords.',
    ],
    settles: [
      'The handover is done and has been tested: {b} was on leave for a week and nobody rang.',
      'The page for the first morning hangs in the control room. {b} sees people read it.',
    ],
    steps: [
      [
        'b',
        'Let {c} run an ordinary day while you only watch',
        'let {c} run an ordinary day and only watched',
      ],
      ['b', 'Share the handover checklist with {team}', 'shared the handover checklist'],
      [
        'b',
        'List the exceptions: late payers, gauges that lie, forms that may be left out',
        'listed the exceptions, {n} of them',
      ],
      ['a', 'Send the first-morning page from {aplace}', 'sent the first-morning page'],
    ],
    quotes: [
      ['b', 'The folder was for me, so that I could say I had done it.'],
      ['a', 'A handover is finished when your phone stays quiet.'],
      ['b', 'Nobody ever wrote down the dog.'],
    ],
    lessons: [
      'Let the person who receives the work write the handover; the giver corrects it.',
      'Tell, watch, be watched: only the third round shows what is missing.',
    ],
  },
  {
    name: 'onboarding',
    titles: ['A better first week', 'Welcoming newcomers', 'Onboarding across six places'],
    goals: [
      'Every newcomer has a desk, a buddy and a first task on day one',
      'Ask each newcomer at day thirty what was missing',
    ],
    opens: [
      '{b} has been asked to look after the newcomers in {place}. There are four starting in {month} and the plan is an afternoon of slides.',
      'The last two people who joined {team} left within the year. {b} thinks that it was decided in the first week.',
      '{b} compared the first week in {place} with the one in {aplace} and hardly found a line in common.',
    ],
    talks: [
      '{a} asked what {b} remembered of {his} own first day. It was the missing chair, and the colleague who went to find one.',
      'They cut the slides down to what must be known before lunch. The rest can be a page to come back to.',
      'A buddy should be near in age in the job, not in rank: somebody who still remembers what was confusing.',
      'The first task has to be real and small. {a} gives newcomers something that goes out of the door by Thursday.',
      '{b} wants to bring newcomers to the quay on the first afternoon. Everything in the office makes more sense after that.',
      'They thought about those who begin from home or at night, for whom none of the usual things happen.',
      '{a} would ask at day thirty, not at day three: on day three people are polite.',
      'There are {n} systems to get access to and nobody owns the list. {c} in {cdept} may be the one to ask.',
    ],
    tries: [
      'The buddies took the newcomers to the quay on the first afternoon, in the rain, and they still talk about it.',
      'The buddies liked it more than the newcomers did, which {b} counts as a result.',
      'The buddies were there and the accounts were not, so the real first task waited until Wednesday. {c} is looking into why.',
    ],
    settles: [
      'The page for the first week is now used in three of the six places, each with its own last paragraph.',
      'All of the newcomers are still here, and two of them are buddies for the next round.',
    ],
    steps: [
      ['b', 'Name a buddy for each of the newcomers', 'named a buddy for each of the newcomers'],
      ['b', 'Cut the welcome slides down to ten minutes', 'cut the welcome slides down to ten minutes'],
      ['b', 'Ask {c} for the list of accounts and who grants them', 'got the list of accounts from {c}'],
      ['a', 'Send the day-thirty questions', 'sent the day-thirty questions'],
    ],
    quotes: [
      ['b', 'We explain the pension on day one and the coffee machine never.'],
      ['a', 'People decide whether to stay long before they know what the job is.'],
      ['b', 'One of them said: you were expecting me. That was all I wanted.'],
    ],
    lessons: [
      'Give newcomers one real, small task that is finished by Thursday.',
      'Ask at day thirty, not at day three.',
    ],
  },
  {
    name: 'returning from leave',
    sensitive: true,
    titles: ['Coming back', 'After eight months away', 'Finding the way in again'],
    goals: ['A return at a pace that can be kept', 'Back in the lead of {project} within half a year'],
    opens: [
      '{b} is back after eight months and finds {his} desk, {his} password and half of {his} job gone.',
      '{b} returns part-time after an illness and does not want to explain it to {N} people one by one.',
      'In the months away {project} changed its aim and its manager. {b} is not sure that {he} is still wanted on it.',
    ],
    talks: [
      '{a} came back twice {ahimself} and said that the second week is worse than the first, and that it passes.',
      'They sorted what changed: what is gone, what is new, and what only has a new name.',
      '{b} will decide who gets told what. One sentence for everybody, two for {team}, and the rest for friends.',
      'They planned hours, not tasks. Three mornings are firm, and the afternoons stay free until {month}.',
      '{a} warned of the first good week, after which people promise too much.',
      'The question of status hung in the room. {b} will ask outright whether {he} still leads {project}.',
      'Some of what {b} learned while away is useful here, patience above all, and {a} would not hide it.',
      '{c} was away last year and has offered a coffee. {b} will take it up.',
    ],
    tries: [
      'The one sentence worked: people nodded, said they were glad, and went back to their screens.',
      '{b} used it about a dozen times. One person asked further, and a second sentence was enough.',
      'It was hardly needed, since most people had not counted the months.',
    ],
    settles: [
      '{b} is back to four days and sleeps. Both think that this pace can be kept.',
      'The return is no longer a topic. {b} has started to help {c}, who is about to go on leave.',
    ],
    steps: [
      [
        'b',
        'Write the one sentence and use it with everybody',
        'wrote the one sentence and used it with everybody',
      ],
      [
        'b',
        'Block three mornings in the diary until the end of the quarter',
        'blocked three mornings in the diary',
      ],
      ['b', 'Ask outright whether the lead of {project} is still yours', 'asked outright about the lead'],
      ['b', 'Have coffee with {c}', 'had coffee with {c}, which turned into lunch'],
    ],
    quotes: [
      ['b', 'Everybody moved on and nobody noticed that I was standing still.'],
      ['a', 'You do not have to catch up. You have to join in.'],
      ['b', 'I was afraid of the questions, and there were none.'],
    ],
    lessons: [
      'Plan hours before tasks in the first month back.',
      'One prepared sentence spares forty explanations.',
    ],
  },
]
