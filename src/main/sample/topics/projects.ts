import type { Topic } from './topic'

/** Topics about planning, hiring, contracts and putting research to use. */
export const projectTopics: readonly Topic[] = [
  {
    name: 'planning and estimates',
    titles: ['How long will it take?', 'A plan that survives the weather', 'Estimates'],
    goals: ['Give ranges, and say what they depend on', 'Compare every estimate with what it became'],
    opens: [
      '{b} promised {project} for the end of {month} because somebody asked for a date in the lift.',
      'The plan of {team} has {N} tasks, each estimated at three days. None of them has ever taken three days.',
      '{b} has to plan a season of inspections without knowing the weather, the boats or the number of people.',
    ],
    talks: [
      'They looked at the last five jobs. The middle one took twice the estimate; {a} finds that rather good.',
      '{a} asks for three figures: if all goes well, as usual, and when it rains. {client} gets the last two.',
      'What has to be true for the date to hold? They found {n} things, and two of them depend on {dept}.',
      'The plan had no waiting in it. Permits, parts and tides wait for nobody, but everybody waits for them.',
      '{b} estimates how long {he} would like it to take. {a} said that everybody does, and that looking at the past is the only cure.',
      'They cut the first part so small that it is done in a week, because the first week tells more than any estimate.',
      'A buffer belongs to the whole and not to each task, where it is simply used up.',
      'They practised answering the lift question: “you will have a range by Thursday”.',
    ],
    tries: [
      'It was accepted without a murmur. {c} only asked what it depends on, which is the right question.',
      'They wanted a single date all the same. {b} gave the later one and said why.',
      'Two of the things that had to be true were not. The date moved before it was missed.',
    ],
    settles: [
      'The season’s plan fits on one page and has been right to within a week so far.',
      '{b} keeps a small table of estimated against real. It is humbling and useful, {he} says.',
    ],
    steps: [
      ['b', 'Give {client} a range and what it depends on', 'gave {client} a range and what it depends on'],
      [
        'b',
        'Look up how long the last five jobs really took',
        'looked up how long the last five jobs really took',
      ],
      [
        'b',
        'Cut out a first part that is done in a week',
        'cut out a first part that could be done in a week',
      ],
      ['a', 'Send the table of estimated against real', 'sent the table of estimated against real'],
    ],
    quotes: [
      ['a', 'A date without a condition is a wish.'],
      ['b', 'I planned for the weather in the brochure.'],
      ['b', 'The first week told me more than the whole plan.'],
    ],
    lessons: [
      'Give a range and what it depends on; hardly anybody minds.',
      'Keep the buffer in one place, for the whole.',
    ],
  },
  {
    name: 'recruiting',
    colleague: 'People',
    titles: ['Interviews', 'Whom to take', 'Writing the advertisement'],
    goals: [
      'Every candidate gets the same questions',
      'Half of the next shortlist from outside our usual circle',
    ],
    opens: [
      '{b} sits on {his} first panel next week and was told to “get a feeling”.',
      'Nobody suitable answered the advertisement for {team}. {b} brought it along, and it asks for {n} things that nobody needs.',
      'Two candidates are left and {b} leans to the one who went to the same school.',
    ],
    talks: [
      'They wrote down what the person will do in the first half year and made one question out of each task.',
      '{a} scores right after each talk and alone, before anybody says “lovely”.',
      '“Tell me about the last time” beats “what would you do”. They turned four questions round.',
      'They took everything out of the advertisement that can be learned in a month. It halved.',
      'A small piece of real work, paid and short, told {a} more than any talk did.',
      'They were honest about the school. Liking is not evidence, it is a warning light.',
      '{b} will ask {c} where people in {cplace} look for work, since it is not where we advertise.',
      'How the candidates are refused came up. A call with one true reason costs ten minutes and is remembered.',
    ],
    tries: [
      'The scores were further apart than the opinions, which made for the best talk in the panel.',
      '{b} and {c} had given opposite scores to the same answer, and found out why.',
      'It changed the order. The smoothest talker came third.',
    ],
    settles: [
      'They took the other one, who starts next month and has sent a question already.',
      'The panel keeps the questions for the next round. {b} chairs it.',
    ],
    steps: [
      ['b', 'Score alone, right after each talk', 'scored alone, right after each talk'],
      [
        'b',
        'Make one question out of each task of the first half year',
        'made one question out of each task',
      ],
      ['b', 'Cut from the advertisement what can be learned in a month', 'cut the advertisement by half'],
      [
        'b',
        'Ring every candidate who is refused, with one true reason',
        'rang every candidate who was refused',
      ],
    ],
    quotes: [
      ['b', 'I had a feeling, and it was that he was like me.'],
      ['a', 'Hire for the first six months. The rest nobody knows.'],
      ['b', 'The one I refused wrote to thank me. I did not expect that.'],
    ],
    lessons: [
      'Score alone and in writing before the panel talks.',
      'Take everything out of the advertisement that can be learned in a month.',
    ],
  },
  {
    name: 'reading contracts',
    colleague: 'Legal',
    titles: ['Reading a contract', 'The small print', 'What we are promising'],
    goals: ['Read every contract to the end before the kick-off', 'Know the three clauses that can hurt us'],
    opens: [
      '{b} was sent {N} pages for {project} with the request to “have a quick look”.',
      'A change that {client} wanted was done, at our cost, because nobody had read clause fourteen. {b} was the one to find out.',
      '{b} does not dare to ask Legal because the questions feel stupid.',
    ],
    talks: [
      '{a} reads from the back: how it ends, who pays when it goes wrong, and only then what is to be done.',
      'They marked every “shall” and asked who in {team} knows about it. For {n} of them the answer was nobody.',
      'What is missing is harder to see than what is there. {a} has a card with nine things that should be in.',
      'They translated the liability clause into an example with a crane. After that it was clear, and alarming.',
      '{c} in {cdept} would rather have ten stupid questions before the signature than one clever one after it.',
      'The order of the documents matters when two of them disagree. They do, in two places.',
      'Changes need a form and a price before the work starts, even among friends.',
      '{b} will put the dates from the contract into the plan, where people look.',
    ],
    tries: [
      'There were {N} of them. For most there was a name, and for three there was only silence.',
      'The list is now on the wall of {team}, and two of the promises turned out to be overdue.',
      '{c} in {cdept} asked for a copy, and means to do the same with the next one.',
    ],
    settles: [
      'The contract was signed with two clauses changed. {b} found both.',
      '{b} now reads contracts for the others in {place}, and enjoys it, to {his} own surprise.',
    ],
    steps: [
      ['b', 'Mark every “shall” and put a name beside it', 'marked every “shall” and put a name beside it'],
      ['b', 'Take the ten questions to {c}, stupid ones included', 'took the ten questions to {c}'],
      ['b', 'Put the dates from the contract into the plan', 'put the dates from the contract into the plan'],
      ['a', 'Copy the card with the nine things for {b}', 'copied the card with the nine things'],
    ],
    quotes: [
      ['a', 'Start with the divorce. The wedding is on page one.'],
      ['b', 'We had promised a boat. Nobody told the boat.'],
      ['b', 'My stupid question was the one they had missed as well.'],
    ],
    lessons: [
      'Read from the back: ending, liability, and only then the work.',
      'Put a name beside every “shall”.',
    ],
  },
  {
    name: 'research into practice',
    elsewhere: true,
    titles: ['From the paper to the quay', 'A pilot that ends', 'Making research useful'],
    goals: ['One finding used by a crew this year', 'End the pilot with a decision and not with a report'],
    opens: [
      '{b} has a model of silt after storms that is good and that nobody uses.',
      'The pilot on {project} is in its second year and was meant for six months. {b} does not know how to end it.',
      '{b} gave a talk to {team} about the new sensors. There was applause and no question.',
    ],
    talks: [
      '{a} asked who would do what differently on Monday if the model were right. There was one name and {b} had never met her.',
      'They turned the paper’s abstract into three sentences for a lock-keeper. The third was a question.',
      'A pilot needs a line beforehand: above it we go on, below it we stop. They wrote one down two years late.',
      '{a} would spend two days with the crew before any further modelling. What they measure by eye is better than {b} thinks.',
      'Uncertainty is no obstacle out there. People live with the tide, they only want to know how sure we are.',
      'They spoke about failure: two of the three sensors do not stand salt. That is worth a page of its own.',
      '{c} in {cdept} had the same problem in {cplace} and solved it with a sticker.',
      'The first version may be a table on paper. If it is used, it can become software.',
    ],
    tries: [
      'Two days on the boat and the model has a new column, which the skipper proposed.',
      'The skipper had kept a table of his own for years, in pencil. The two agree nearly everywhere.',
      'It rained on both days, and {b} learned more than from a year of readings.',
    ],
    settles: [
      'The lock-keepers use the table every spring tide, and two have asked for a bigger one.',
      'The page on what did not stand salt has been read more often than the paper.',
    ],
    steps: [
      [
        'b',
        'Spend two days with the crew, without a laptop',
        'spent two days with the crew, without a laptop',
      ],
      ['b', 'Write three sentences for a lock-keeper', 'wrote three sentences for a lock-keeper'],
      ['b', 'Draw the line at which the pilot stops', 'drew the line at which the pilot stops'],
      [
        'a',
        'Put {b} in touch with the woman who plans the dredging',
        'put {b} in touch with the woman who plans the dredging',
      ],
    ],
    quotes: [
      ['b', 'I had solved my problem and not theirs.'],
      ['a', 'If it survives a wet glove, it is a result.'],
      ['b', 'The skipper corrected my model with a pencil.'],
    ],
    lessons: [
      'Ask who would do what differently on Monday before starting the next model.',
      'Write down the line at which a pilot stops on the day when it begins.',
    ],
  },
]
