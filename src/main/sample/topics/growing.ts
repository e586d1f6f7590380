import type { Topic } from './topic'

/** Topics about growing: asking, teaching, changing, knowing whom. */
export const growingTopics: readonly Topic[] = [
  {
    name: 'asking for help',
    titles: ['Asking sooner', 'Stuck, and telling nobody', 'The question before the problem'],
    goals: ['Ask within half a day of being stuck', 'Know three people to ask for each part of the job'],
    opens: [
      '{b} was stuck on {project} for eight days before telling anybody. The answer then took ten minutes.',
      '{b} believes that everybody else finds it easy.',
      'In {team} nobody asks questions in the channel, and {b} would have to be the first.',
    ],
    talks: [
      '{a} told of a whole week lost in {ahis} first year over a setting that the person at the next desk knew by heart.',
      'They worked on the form: what I want, what I tried, where it stops. Half of the questions answer themselves while being written.',
      'They set a limit, half a day. After that it is not diligence any more, it is hiding.',
      '{a} noted that people like to be asked something they can answer, and seldom are.',
      'They made a small map of who knows what. {b} could fill in most of it and had simply never looked at it that way.',
      'Asking in public helps the next one as well. {b} will post the first question and {a} will see to it that it gets an answer.',
      'Thanks came up: telling people afterwards what became of their advice brings the next answer sooner.',
      'It is not equally easy for everybody. {b} feels watched as the youngest, and {a} did not talk that away.',
    ],
    tries: [
      'The first question in the channel had three answers within the hour and was followed by two questions from others.',
      '{b} wrote the question down, and saw the answer in the third line. It counts all the same.',
      'One of the people asked was short with {b}. It stung. {a} knows them, and said it was the day and not the question.',
    ],
    settles: [
      'Asking has become ordinary. {b} answered four questions of others last week.',
      'The map of who knows what hangs beside the coffee machine and has been extended by other hands.',
    ],
    steps: [
      ['b', 'Post one question a week in the open channel', 'posted a question in the open channel'],
      ['b', 'Draw the map of who knows what', 'drew the map of who knows what'],
      ['b', 'Tell {c} what became of the advice', 'told {c} what became of the advice'],
      [
        'a',
        'Answer the first question in the channel within the hour',
        'answered the first question within the hour',
      ],
    ],
    quotes: [
      ['b', 'I was protecting a reputation that nobody had given me.'],
      ['a', 'Half a day is effort. Two days is pride.'],
      ['b', 'Somebody wrote: thank you for asking that.'],
    ],
    lessons: [
      'Set a limit of half a day for being stuck alone.',
      'Say what you want, what you tried and where it stops. Half of the questions answer themselves.',
    ],
  },
  {
    name: 'teaching others',
    titles: ['Showing how it is done', 'Training a colleague', 'From doing to teaching'],
    goals: [
      'Two more people who can read the pressure charts',
      'A course of one afternoon that others can hold',
    ],
    opens: [
      '{b} is the only one in {place} who can read the old pressure charts and has been asked to train two more.',
      '{b} explained the new form to {team} for an hour, and the next day all of them filled it in the old way.',
      '{b} has been asked to teach an afternoon on {project} and has material for a week.',
    ],
    talks: [
      '{a} asked what people should be able to do at the end, with their hands. “Understand” was not accepted as an answer.',
      'They looked for the three mistakes that everybody makes and built the afternoon around those.',
      '{b} knows it too well to see the steps. {c} will do it while {b} only names what {he} sees.',
      'Nobody learns from a perfect example, {a} said: show a wrong one and ask what is wrong with it.',
      'Let them talk more than you do. They counted through the last course, and it was nine to one the wrong way.',
      'A week later is when it is decided. {b} will go round and watch one of each.',
      'They agreed on a single page to keep, with the drawing and without the theory.',
      'Impatience came up. {b} takes the pencil away from people; {a} sits on {ahis} hands, literally.',
    ],
    tries: [
      'The wrong example was a success: people argued for half an hour and would not go to lunch.',
      'A week later six out of eight did it right, and the two others knew where they were unsure.',
      '{b} still talked for most of it, but has counted, and will cut the first part next time.',
    ],
    settles: [
      'There are three who can read the charts now, and {b} could go on holiday.',
      'The afternoon has been held twice, the second time by {c}.',
    ],
    steps: [
      ['b', 'Prepare one wrong example and no lecture', 'prepared one wrong example and no lecture'],
      ['b', 'Watch one of each a week later', 'watched one of each a week later'],
      ['b', 'Make the single page with the drawing', 'made the single page with the drawing'],
      ['a', 'Sit in and count who talks', 'sat in and counted who talked'],
    ],
    quotes: [
      ['a', 'If you are the one holding the pencil, you are the one learning.'],
      ['b', 'I had never noticed that I do it in seven steps.'],
      ['b', 'They taught each other while I looked for the next slide.'],
    ],
    lessons: [
      'Build the lesson around the three mistakes that everybody makes.',
      'Show a wrong example and let people find out why.',
    ],
  },
  {
    name: 'leading change',
    titles: ['Bringing in something new', 'The new system', 'Why nobody uses it'],
    goals: [
      'Half of {team} on the new way by the end of the quarter',
      'Hear the objections before the launch',
    ],
    opens: [
      'The new maintenance log has been there since {lastmonth} and {team} keeps its paper one beside it. {b} has to get them over.',
      '{b} is to merge two ways of working that both work, and each side believes that theirs is going to win.',
      'The third change in a year is coming and {b} is the one who has to announce it to {team}.',
    ],
    talks: [
      '{a} asked what the paper log does well. It is quick, it works with gloves on, and nobody above can read it: three reasons, and one of them unspoken.',
      'They named who loses something: {c} loses being the one whom everybody asks. That wants an answer.',
      '{a} would begin with the two who are keen and the one whom the others watch, and leave the loud sceptic for later.',
      'The reason for it takes {b} {n} sentences. They got it down to one, with a person in it.',
      'They spoke about what stays. People hear a change better when they know what it leaves alone.',
      'Two weeks of both is kind, two months of both is a decision not to decide.',
      '{a} warned against taking silence for agreement; ask for the objections and write them on the wall.',
      'An early, visible mending of whatever annoys people in the new way is worth ten announcements.',
    ],
    tries: [
      'One answer was gloves: the buttons are too small for them. That was mended in a week, and four people changed over the same day.',
      'The sceptic came to look, found a fault, and now owns the list of faults.',
      'The list was longer than {b} liked, and right in most of its points.',
    ],
    settles: [
      'The paper log was given a farewell with cake. {c} made a speech.',
      'Two thirds are over. The rest will follow or not, and {b} has stopped counting.',
    ],
    steps: [
      [
        'b',
        'Ask {team} what the old way does better, and write it on the wall',
        'asked what the old way does better, and wrote it on the wall',
      ],
      ['b', 'Start with the two who are keen', 'started with the two who are keen'],
      ['b', 'Give {c} a part in the new way that only {c} can do', 'gave {c} a part that only {c} can do'],
      ['b', 'Say the reason in one sentence', 'said the reason in one sentence'],
    ],
    quotes: [
      ['a', 'They do not mind the new thing. They mind being the last to hear.'],
      ['b', 'The sceptic was the only one who had read it.'],
      ['b', 'I had explained what changes and not what stays.'],
    ],
    lessons: [
      'Ask what the old way does better before praising the new one.',
      'Give the sceptic the list of faults.',
    ],
  },
  {
    name: 'building a network',
    elsewhere: true,
    titles: ['Knowing people elsewhere', 'Whom to ask in {cplace}', 'Beyond our own corridor'],
    goals: [
      'One good contact in each of the six places',
      'Introduce two people who ought to know each other, once a month',
    ],
    opens: [
      '{b} knows everybody in {place} and nobody anywhere else, and noticed it when a question about {project} went round for two weeks.',
      '{b} finds networking dishonest and said so at once.',
      'A gathering in {cplace} is coming up, and {b} dreads standing there with a cup.',
    ],
    talks: [
      '{a} does not collect people, {ahe} passes them on: one introduction a month, with a reason for both.',
      'They went through the places and put one name next to each. Two stayed empty, and {a} could fill one of them.',
      'A question is the best greeting. They prepared two that {b} really wants answered.',
      '{b} will go to the gathering for one person and not for all: {c}, who has done the thing that {b} is about to do.',
      'They spoke about keeping in touch. Two lines when one reads something useful, with no need of an answer.',
      'Giving is easier than asking. {b} has the photographs of the old sluice, and three people would want them.',
      '{a} pointed out that {b} has been asked for advice from outside twice this year, so the network exists already.',
      'Those at the edge of a community hear most of what is new, {a} said. It is not a bad place to stand.',
    ],
    tries: [
      '{c} answered within the day and sent two drawings. {b} is still surprised.',
      'The answer began with “at last somebody asks” and went on for two pages.',
      '{c} did not know either, and passed the question on to somebody who did.',
    ],
    settles: [
      'There is a name next to each of the six places, and {b} has spoken to all of them at least once.',
      '{b} introduced {c} to somebody in {place} and was thanked from both sides.',
    ],
    steps: [
      ['b', 'Write to {c} with one real question', 'wrote to {c} with one real question'],
      [
        'b',
        'Introduce two people who ought to know each other',
        'introduced two people who ought to know each other',
      ],
      ['b', 'Send round the photographs of the old sluice', 'sent round the photographs of the old sluice'],
      ['a', 'Find a name for the empty place on the map', 'found a name for the empty place on the map'],
    ],
    quotes: [
      ['b', 'It is not networking if I really want to know.'],
      ['a', 'Be the one who introduces. You never run out of it.'],
      ['b', 'I went for one person and met four.'],
    ],
    lessons: [
      'Go to a gathering for one person with one question.',
      'Introduce two people a month, and say to both why.',
    ],
  },
]
