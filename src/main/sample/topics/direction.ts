import type { Topic } from './topic'

/** Topics about one's own way and load. */
export const directionTopics: readonly Topic[] = [
  {
    name: 'career steps',
    elsewhere: true,
    colleague: 'People',
    titles: ['What comes next', 'Lead or specialist?', 'A look ahead'],
    goals: [
      'Know by the end of the programme which of two ways to take',
      'Talk to three people who do the job that attracts you',
    ],
    opens: [
      '{b} was asked whether {he} would like to lead {team} and has until the end of {month} to answer.',
      '{b} has done the same work for six years, does it well, and said “is that it?” before sitting down.',
      'A post in {cplace} has come up that fits, apart from the place. {b} went back and forth through most of the hour.',
    ],
    talks: [
      '{a} asked about days instead of titles: which day of the last month would {b} like to have again, and which never?',
      'They drew two years along both ways. The one with the better title had no site visits in it, and {b}’s face fell.',
      '{a} described {ahis} own wrong turn, and that it took eighteen months and did no lasting harm.',
      'What {b} is known for and what {b} would like to be known for are two lists. They overlap in one line.',
      'They spoke about money frankly. It matters to {b} more than {he} likes to say, and that is all right.',
      'Nobody has told {b} what the next grade asks for. {c} in {cdept} has it in writing.',
      'They looked for a trial: {n} weeks of standing in, with a way back that everybody knows of.',
      '{b} keeps waiting to be asked. {a} suggested telling three people what {he} wants, in one sentence.',
    ],
    tries: [
      'Both described the same Tuesday: calls until three, and then the real work.',
      'What they like is what {b} likes. What they dislike is what {b} had not thought of.',
      'One would do it again at once. The other laughed for a long time.',
    ],
    settles: [
      '{b} has decided for the specialist’s way and told {his} manager. {He} looked lighter.',
      '{b} applied. Whatever comes of it, {he} said, asking was the step.',
    ],
    steps: [
      [
        'b',
        'Ask two people who do the job about their last ordinary Tuesday',
        'asked two people about their last ordinary Tuesday',
      ],
      ['b', 'Write the two lists: known for, and want to be known for', 'wrote the two lists'],
      ['b', 'Tell three people in one sentence what you want', 'told three people in one sentence'],
      ['a', 'Put {b} in touch with {c} about the grades', 'put {b} in touch with {c}'],
    ],
    quotes: [
      ['b', 'I was choosing between two titles and had not looked at the weeks.'],
      ['a', 'Nobody is thinking about your career while you are not there. Say it aloud.'],
      ['b', 'I would do the job. I would not do the diary.'],
    ],
    lessons: [
      'Compare ordinary Tuesdays, not titles.',
      'Ask for a trial with a way back before deciding on a post.',
    ],
  },
  {
    name: 'managing workload',
    sensitive: true,
    titles: ['Too much at once', 'A week with edges', 'What to stop'],
    goals: [
      'Two evenings a week without the laptop',
      'Say what will be dropped whenever something new is taken on',
    ],
    opens: [
      '{b} came ten minutes late and began with “I only have twenty”. The list on the phone ran to {N} lines.',
      '{b} has been working through the weekends since {project} began and does not see the end of it.',
      'Everything is urgent, because {b} is the only person in {place} who answers at once.',
    ],
    talks: [
      '{a} put the list away and asked what would happen to each of the top five in a week if nobody touched it. Three would keep.',
      'They moved the thinking into the mornings and the answering into two fixed half hours.',
      'Whoever answers within a minute trains others to ask within a minute. {b} winced.',
      'A yes needs a price tag: “yes, and then the survey slips to {month}”. They practised it on three real requests.',
      '{a} asked about sleep, food and friends, in that order. The answers were short.',
      '{b} will show {his} manager the list with hours beside it. Nobody above has ever seen it added up.',
      'They looked at what {b} does because it is pleasant rather than needed. It was not a long list but a dear one.',
      'Saturday is to be protected first, because it is the simplest to check.',
    ],
    tries: [
      'The list with hours came to sixty a week. The manager went pale and took two things off it on the spot.',
      'It took an evening to write and ten minutes to discuss. The manager had thought it was half as much.',
      'The sum was wrong at first, by twelve hours, because {b} had left out the answering.',
    ],
    settles: [
      '{b} took a week off and nothing burned. {a} asked {him} to write that sentence down.',
      'The week has edges now. {b} still crosses them at times, and notices.',
    ],
    steps: [
      [
        'b',
        'Write the hours beside each line of the list and show it upwards',
        'wrote the hours beside each line and showed it upwards',
      ],
      ['b', 'Answer messages in two fixed half hours', 'answered messages in two fixed half hours'],
      ['b', 'Keep Saturday free, twice', 'kept Saturday free, both times'],
      ['a', 'Ask by message on Thursday how the evenings went', 'asked on Thursday how the evenings went'],
    ],
    quotes: [
      ['b', 'I was proud of being needed until I added it up.'],
      ['a', 'You cannot save time. You can only stop spending it.'],
      ['b', 'My daughter noticed before I did.'],
    ],
    lessons: [
      'Add up the hours beside the list before asking anybody for help.',
      'Give every yes a price tag: what slips instead.',
    ],
  },
  {
    name: 'leading without authority',
    titles: ['Leading people who report elsewhere', 'Getting things moving', 'Influence'],
    goals: ['Get four teams to agree on one date', 'A yes that lasts longer than the meeting'],
    opens: [
      '{b} is to co-ordinate {project} across four departments and can give nobody an order.',
      'Everybody agrees with {b} in the meeting and nothing happens afterwards.',
      '{b} needs two days of {c}’s time and has asked three times by mail.',
    ],
    talks: [
      '{a} asked what is in it for each of those involved. For {dept} {b} had no answer, and that is the department that is late.',
      'They looked at how {b} asks: long mails, many addressees, no date. Everybody was informed and nobody was asked.',
      'Give before asking, {a} said. Two hours spent on their problem are worth a month of reminders.',
      'They worked out whom the others listen to. It is not the head of department, it is the woman who runs the store.',
      'Showing beats telling: a first rough version on the wall gets corrected, a plan gets filed.',
      '{b} will meet each of them alone before the next round, so that nobody is surprised in public.',
      'Credit is the only currency at hand and {b} has been stingy with it, by {his} own account.',
      '{a} would let the slowest team choose the date. It is theirs to break then.',
    ],
    tries: [
      '{c} said yes within five minutes once asked in person and told why. The three mails had gone unread.',
      'Each of them wants something small and different, and each had supposed that the others were against it.',
      'One of them still does not move. {b} knows the reason at last: they were promised a post that never came.',
    ],
    settles: [
      'They have one date now, and {dept} proposed it. {b} kept {his} mouth shut.',
      '{b} is asked for advice by people who do not have to ask. That is what it looks like, {a} said.',
    ],
    steps: [
      [
        'b',
        'See each of those it depends on alone, before the next round',
        'saw each of those it depends on alone',
      ],
      [
        'b',
        'Ask {c} in person, with the reason and a date',
        'asked {c} in person, with the reason and a date',
      ],
      ['b', 'Put a rough first version on the wall', 'put a rough first version on the wall'],
      ['b', 'Spend two hours on a problem of {dept}', 'spent two hours on a problem of {dept}'],
    ],
    quotes: [
      ['a', 'Nobody resists a plan with their own handwriting on it.'],
      ['b', 'I had informed everybody and asked no one.'],
      ['b', 'She said: finally somebody comes over.'],
    ],
    lessons: [
      'Speak with each person alone before the round; surprises in public cost weeks.',
      'Put a rough version on the wall instead of sending a plan.',
    ],
  },
  {
    name: 'working across places',
    elsewhere: true,
    titles: ['Six places, one team', 'Working with {cplace}', 'Across the time zones'],
    goals: ['Visit or host one other place this year', 'A written working agreement with one other place'],
    opens: [
      '{b} has been working with {cplace} for half a year and has never seen a face. Messages arrive overnight and read as orders.',
      'Meetings suit {aplace} and fall at supper time for everybody else. {b} was asked to do something about it.',
      'What counts as a yes in {place} counts as a perhaps in {cplace}, and {project} has suffered from it.',
    ],
    talks: [
      'They wrote out three recent misunderstandings, each from the other side. Two dissolved on paper.',
      '{a} worked in three of the six places and keeps a list of what silence means in each.',
      'The inconvenient hour should travel: one month here, one month there.',
      '{b} will begin each week with five minutes on something other than work. It feels idle and saves mails.',
      'Written decisions are the fair ones, as those who sleep during the meeting can still object.',
      '{a} would send somebody, even for two days. Everything after the visit is quicker.',
      'They noticed that {b} writes “please” a lot upwards and seldom sideways.',
      '{c} knows both places and is glad to be asked what is meant.',
    ],
    tries: [
      'It took ten minutes and was mostly about the weather. The tone of the messages has changed since.',
      '{c} turned out to be funny, which had been lost in the mails.',
      'It began with an apology from both sides for the same message.',
    ],
    settles: [
      '{b} spent two days in {cplace} and came back with eleven names and a recipe.',
      'The two places have a page of how they work together, with jokes in it.',
    ],
    steps: [
      ['b', 'Have a call with {c}, cameras on, no agenda', 'had a call with {c}, cameras on, no agenda'],
      ['b', 'Let the inconvenient hour travel from next month on', 'let the inconvenient hour travel'],
      [
        'b',
        'Write decisions down and leave a day for objections',
        'wrote decisions down and left a day for objections',
      ],
      ['a', 'Share the list of what silence means where', 'shared the list of what silence means where'],
    ],
    quotes: [
      ['b', 'I had taken their mornings for their mood.'],
      ['a', 'Distance makes every short message sound like the boss.'],
      ['b', 'They thought I was strict. I thought they were.'],
    ],
    lessons: [
      'Let the inconvenient hour travel; it teaches more than any course.',
      'Leave a day for objections to written decisions, so that every time zone has been awake once.',
    ],
  },
]
