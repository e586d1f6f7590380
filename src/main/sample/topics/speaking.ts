import type { Topic } from './topic'

/** Topics about speaking, writing and meeting. */
export const speakingTopics: readonly Topic[] = [
  {
    name: 'presenting',
    titles: ['Presenting to the board', 'Ten minutes, one decision', 'Rehearsal for the talk'],
    goals: ['Present to the board without slides once', 'Open every talk with the decision that is wanted'],
    opens: [
      '{b} has ten minutes before the board on {weekday} fortnight and {N} slides about {project}.',
      '{b} lost the thread in front of {client} last month and has volunteered for nothing since.',
      '{b} was asked to present {project} to people who have never seen a tide gauge.',
    ],
    talks: [
      '{a} asked what the board should do after the ten minutes. It took a while to find, and then it became the first slide.',
      'They cut from the back. Everything after the decision went into an appendix that nobody needs to open.',
      'One figure, one picture, one request. The picture is the photograph of the cracked wall, which says more than the index.',
      '{b} speaks faster when nervous. They marked three places to breathe and one to drink.',
      'They wrote down the five nastiest questions. For two of them the honest answer is “we do not know yet, and we will by {month}”.',
      '{a} always learns the first two sentences and the last by heart and leaves the middle free.',
      'They went through who sits there and what each has at stake. {c} knows three of the seven and will say a word beforehand.',
      'A board forgives a thin slide and does not forgive overrunning, {a} said from bitter experience.',
    ],
    tries: [
      'It took nine minutes. There was one hard question, on cost, and {b} had the figure on a card.',
      'The beginning was shaky and the end was good. Two people came up afterwards with offers of help.',
      'They ran late and {b} got four minutes. With the decision on the first slide, four were enough.',
    ],
    settles: [
      'The answer was yes. {b} has been asked to do it again in half a year, and said yes too.',
      '{b} still dislikes it and no longer avoids it, which was the aim.',
    ],
    steps: [
      [
        'b',
        'Cut the slides to five, with the decision first',
        'cut the slides to five, with the decision first',
      ],
      ['b', 'Learn the first two sentences by heart', 'learned the first two sentences by heart'],
      [
        'b',
        'Rehearse once in front of {team}, with the clock running',
        'rehearsed in front of {team}, with the clock running',
      ],
      [
        'a',
        'Ask the five nastiest questions at the rehearsal',
        'asked the five nastiest questions, and two worse ones',
      ],
    ],
    quotes: [
      ['b', 'I had prepared everything except what I wanted.'],
      ['a', 'They will remember one thing. Choose it before they do.'],
      ['b', 'Nobody missed the other thirty slides.'],
    ],
    lessons: [
      'Put the wanted decision on the first slide; then being cut short does no harm.',
      'Prepare the five nastiest questions in writing, honest answers included.',
    ],
  },
  {
    name: 'running workshops',
    elsewhere: true,
    titles: ['Planning a workshop', 'A workshop with an end', 'Getting twelve people to talk'],
    goals: [
      'Run one workshop alone from invitation to write-up',
      'No workshop without a result that somebody uses',
    ],
    opens: [
      '{b} is to run a day for {N} people from four places on {project}, and the agenda so far is a list of talks.',
      'The last workshop was pleasant and had no result. {b} does not want to hold another one like it.',
      '{client} wants “a workshop”. What for, nobody could tell {b}.',
    ],
    talks: [
      '{a} plans backwards: what should lie on the table at four o’clock, and who will use it on Tuesday?',
      'They replaced two of the talks by one page to read beforehand, and the third by a walk along the wall.',
      'For the quiet ones: write first, then pairs, then the room. {a} never opens with “any thoughts?”.',
      'They talked about the two people who will talk most. One gets the pen, the other keeps the time.',
      'A workshop needs slack. They left forty minutes empty after lunch and {b} is not allowed to fill them.',
      'The question on the invitation was sharpened {n} times. It now ends in a question mark and has a number in it.',
      '{a} photographs every wall before lunch and sends the result the same evening, typos and all.',
      'Those who join by video get a person in the room who speaks for them. {c} has agreed to do it.',
    ],
    tries: [
      'The first idea came from the youngest, and it stayed to the end.',
      'Everybody had spoken by ten, and the empty forty minutes after lunch were the best part, several people said.',
      'The video people felt left out after all. The sound was poor, and a room full of people is never poor on the side of the people in it.',
    ],
    settles: [
      'There were three results and all of them were in use within a fortnight. {b} has been asked to run the next one in {cplace}.',
      '{b} has a plan on one page which {team} copies for its own workshops.',
    ],
    steps: [
      [
        'b',
        'Open the day with writing, then pairs, then the room',
        'opened the day with writing, then pairs, then the room',
      ],
      ['b', 'Rewrite the next invitation as one question', 'rewrote the invitation as one question'],
      [
        'b',
        'Send the photographs and decisions the same evening',
        'sent the photographs and decisions the same evening',
      ],
      [
        'a',
        'Watch the first hour from the back and take notes',
        'watched the first hour from the back and took notes',
      ],
    ],
    quotes: [
      ['a', 'If it could have been a message, it will be remembered as one.'],
      ['b', 'I gave the loudest one the pen, and he listened all morning.'],
      ['b', 'I had planned the breaks last. They did most of the work.'],
    ],
    lessons: [
      'Write, then pairs, then the whole room. In that order everybody has spoken by ten.',
      'Leave forty minutes empty after lunch.',
    ],
  },
  {
    name: 'clear writing',
    titles: ['Writing so that it is read', 'A report that begins at the end', 'Shorter'],
    goals: ['No report longer than two pages without an appendix', 'Put the answer in the first paragraph'],
    opens: [
      '{b} brought a report on {project} that has been back three times with the remark “not clear yet”.',
      'English is {b}’s third language and {he} believes that this is why nobody answers {his} messages.',
      '{b} writes the monthly letter to {client} and has been told, kindly, that nobody reads past the greeting.',
    ],
    talks: [
      '{a} asked for the report in one sentence, spoken. That sentence was not in it anywhere.',
      'They moved the last paragraph to the top and read it again. Most of the middle could go.',
      'It is not a question of language, {a} said: the sentences are right and there are too many of them.',
      'They read one page aloud. Wherever {b} ran out of breath, a full stop went in.',
      'Headings that say something: “The wall will hold until spring” instead of “Results”.',
      '{a} writes for one named reader. {b} chose {c}, who is busy, friendly and knows nothing about silt.',
      'They crossed out “it should be noted that”, {n} times on three pages.',
      'A message with two questions gets one answer. From now on each gets its own line and a number.',
    ],
    tries: [
      'The two-page version came back with “thank you, agreed”. The first one had eleven.',
      'An answer came the same day. {b} puts it down to the first paragraph.',
      '{c} read it as a test and stumbled over one word, which has been replaced.',
    ],
    settles: [
      '{b} has started to cut other people’s texts, with permission, and is good at it.',
      'The monthly letter is half a page with a picture. {client} has begun to answer.',
    ],
    steps: [
      ['b', 'Cut the next report to two pages, answer first', 'cut the report to two pages'],
      ['b', 'Replace every heading by a sentence', 'replaced every heading by a sentence'],
      ['b', 'Have {c} read it and mark where the attention went', 'had {c} read it'],
      ['a', 'Send back one page with only full stops added', 'sent back one page with only full stops added'],
    ],
    quotes: [
      ['a', 'You wrote down how you got there. They only want to know where you are.'],
      ['b', 'I thought long meant careful.'],
      ['b', 'The full stop is cheaper than a course in English.'],
    ],
    lessons: [
      'Say it in one spoken sentence first; then write that sentence at the top.',
      'Give each question its own numbered line, and each gets an answer.',
    ],
  },
  {
    name: 'better meetings',
    titles: ['Fewer meetings', 'The Monday meeting', 'Meetings worth going to'],
    goals: [
      'Halve the hours in meetings until the end of the quarter',
      'Every meeting ends five minutes early with its decisions read out',
    ],
    opens: [
      '{b} counted: {N} hours of meetings in two weeks, and two decisions.',
      'The Monday meeting of {team} has eleven people, nine of whom answer mail. {b} has inherited it.',
      'Decisions are taken in the meeting and undone in the corridor. {b} wants to know how to make them last.',
    ],
    talks: [
      '{a} asks three things of a meeting: to decide, to find out, or to be together. A meeting that cannot say which is for the bin.',
      'They went through the diary and struck out {n} regular ones. Two will be missed, by {b}’s reckoning.',
      'Reading out the decisions at the end feels stiff and takes two minutes. {a} would not do without it.',
      'Those who need only the result get the result, in three lines, within the hour.',
      'They tried the round backwards: the newest speaks first, the boss last.',
      '{b} will stand at the board and write. Whoever writes decides what was said, {a} remarked, half in jest.',
      'They spoke about the corridor. Whoever did not speak in the room did not feel asked, so ask by name.',
      'A pause of a month does no harm: if nobody calls for the meeting in that time, it was not one.',
    ],
    tries: [
      'Of those that went, only one has been asked after.',
      'Two came back, shorter and with fewer chairs. The people who were let off thanked {b}.',
      'One came back under another name. {b} found it funny, in the end.',
    ],
    settles: [
      'The count is down by a third and {b} has two mornings a week to think.',
      'The Monday meeting has become a short stand at the board. {team} defends it now.',
    ],
    steps: [
      [
        'b',
        'Strike out the regular meetings that nobody would call for',
        'struck out the meetings that nobody would call for',
      ],
      [
        'b',
        'Read the decisions out at the end of each meeting',
        'read the decisions out at the end of each meeting',
      ],
      ['b', 'Cut the Monday meeting to those who decide', 'cut the Monday meeting to those who decide'],
      ['b', 'Ask the quiet ones by name, first', 'asked the quiet ones by name, and first'],
    ],
    quotes: [
      ['b', 'We were meeting to prepare the meeting.'],
      ['a', 'If you cannot say what would be different afterwards, send a postcard.'],
      ['b', 'They were all relieved and nobody had dared to say so.'],
    ],
    lessons: [
      'Pause a regular meeting for a month. What nobody calls for was not needed.',
      'Let the newest speak first and the boss last.',
    ],
  },
]
