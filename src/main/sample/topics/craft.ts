import type { Topic } from './topic'

/** Topics about engineering, data and work on site. */
export const craftTopics: readonly Topic[] = [
  {
    name: 'data quality',
    titles: ['Figures one can trust', 'Why the two lists differ', 'Cleaning up the gauge data'],
    goals: [
      'One agreed list of stations, with an owner',
      'Find bad readings within a day, not within a quarter',
    ],
    opens: [
      'Two reports on {project} gave two different counts of working gauges and {client} noticed before we did.',
      '{b} spends every Monday repairing the same columns by hand and wonders whether that is the job.',
      'Half of the readings from {lastmonth} carry the wrong unit. {b} found it by chance, and nobody knows since when.',
    ],
    talks: [
      '{a} asked where the figure is born. They walked back from the chart to the person with the wet clipboard.',
      'They chose three checks and no more: is it there, is it possible, does it agree with its neighbour?',
      'A rule that only {b} knows is not a rule. It goes next to the data, in a sentence that a newcomer understands.',
      '{a} is strict about empty fields: unknown is not zero, and a guess needs a mark that it is one.',
      'They argued a little about mending at the source or in the pipeline. At the source, in the end, although it takes longer to get there.',
      '{b} will count errors by station before judging anybody. Most of them come from {n} places.',
      'Those who type the data never see what becomes of it. {c} would like to show the crew the chart that they feed.',
      '{a} keeps a short diary of what was corrected and why. It has settled two disputes already.',
    ],
    tries: [
      'The three checks found {N} bad readings in the first week, nearly all from two stations.',
      'They found nothing for six days, and then a whole station that had been silent since {lastmonth}.',
      'The neighbour check cries wolf after every storm. {b} will give it a wider margin.',
    ],
    settles: [
      'There is one list of stations now, and {c} owns it. Both reports agree.',
      'Monday is free again. The checks run at night and {b} reads three lines over coffee.',
    ],
    steps: [
      [
        'b',
        'Write the three checks and run them over the last quarter',
        'wrote the three checks and ran them over the last quarter',
      ],
      ['b', 'Count the errors by station', 'counted the errors by station'],
      [
        'b',
        'Show {team} the chart that their readings feed',
        'showed {team} the chart that their readings feed',
      ],
      ['b', 'Agree with {c} who owns the list of stations', 'agreed with {c} who owns the list of stations'],
    ],
    quotes: [
      ['b', 'I was proud of how fast I could mend it. That was the problem.'],
      ['a', 'Every wrong number was typed by somebody who was doing their best in the rain.'],
      ['b', 'They asked me what the field was for. Nobody had ever told them.'],
    ],
    lessons: [
      'Walk back from the chart to the clipboard before writing any check.',
      'Show the people who enter the data what is made of it; the errors halve by themselves.',
    ],
  },
  {
    name: 'code review',
    titles: ['Reviews that teach', 'Slow reviews', 'How we read each other’s code'],
    goals: [
      'First answer to a review within one working day',
      'Changes small enough to read over one coffee',
    ],
    opens: [
      'Reviews in {team} take four days and end in remarks about commas. {b} has begun to avoid them.',
      '{b} wrote {n} comments on a newcomer’s first change and got a very quiet colleague in return.',
      'A fault in {project} went through two reviews and both reviewers had written “looks good”.',
    ],
    talks: [
      '{a} reads for one question at a time: does it do the right thing, would I find it again, what happens when it fails? Style is the machine’s business.',
      'Size is most of it. They looked at the last ten changes; the two that were read properly had under two hundred lines.',
      '{b} will mark which remarks must be answered and which are only thoughts. {a} puts “take it or leave it” in front of the latter.',
      'They turned three of {b}’s comments into questions. All three became shorter.',
      '{a} reviews before starting anything of {ahis} own in the morning, because a waiting colleague costs more than a waiting task.',
      'The author should say what worries them. Reviewers look where they are pointed.',
      'For the tangled part they would sit down together: half an hour aloud is worth a week of comments.',
      'They spoke about who reviews whom. {c} only ever reads, and nobody reads {c}.',
    ],
    tries: [
      'It showed that eight remarks out of ten are thoughts. Reviews have become shorter and quicker since.',
      'The newcomer asked two questions back, which had not happened before.',
      'It works for everything except the import, which really is one large knot.',
    ],
    settles: [
      'Reviews are no longer a complaint in the team meeting. The page on how we read is four lines long.',
      '{b} now gets asked for reviews, and takes it as the compliment that it is.',
    ],
    steps: [
      [
        'b',
        'Mark every remark as “must” or “thought” for two weeks',
        'marked every remark as “must” or “thought”',
      ],
      [
        'b',
        'Split the next change in three before asking for a review',
        'split the change in three before asking for a review',
      ],
      ['b', 'Sit down with {c} over the import for half an hour', 'sat down with {c} over the import'],
      [
        'a',
        'Let {b} review a change of {a}’s and take every remark',
        'asked {b} for a review and took every remark',
      ],
    ],
    quotes: [
      ['b', 'I was reviewing the author.'],
      ['a', 'Be as careful with the first ten words as with the code.'],
      ['b', '“Looks good” was true. I just had not looked.'],
    ],
    lessons: [
      'Review before starting your own work in the morning; the waiting halves at once.',
      'Say which remarks must be answered and which are only thoughts.',
    ],
  },
  {
    name: 'field safety',
    titles: ['Stopping the work', 'After the near miss', 'Safety talks that people hear'],
    goals: ['Every near miss told within the shift', 'A stop is thanked for, whoever calls it'],
    opens: [
      'A shackle gave way during {project}. Nobody stood under it, which was luck, and {b} was the one who had signed the plan.',
      '{b} leads the morning safety talk and sees people look at their boots.',
      'Somebody in {team} stopped the crane for a loose ladder and was teased for it all day. {b} laughed along and regrets it.',
    ],
    talks: [
      '{a} asked first how {b} was sleeping. Only then did they speak about the shackle.',
      'They went through the morning step by step and looked for what made the unsafe thing the easy thing. The right sling was a ten-minute walk away.',
      'A safety talk has room for one subject. {a} lets a different person choose it every day and bring the thing along in their hands.',
      'How to answer a stop was worth rehearsing: thank, look, decide, and say so over the radio.',
      '{a} told of a stop that was wrong and cost two hours of tide, and of the foreman who bought that man a beer.',
      'The form for near misses has {n} pages. {b} will ask {c} whether three lines would do.',
      'They spoke of tiredness at the end of a tide. {b} has the authority to send people home, and had not known it.',
      'Gloves, boots and helmets were not the matter; the plan assumed calm water and nobody wrote that down.',
    ],
    tries: [
      'The crew chose ladders, of all things, and three stories came out that nobody had ever reported.',
      'A rigger brought a torn sling along. It took four minutes, and people stayed to look at it.',
      'On the first day it was a joke about biscuits. On the third it was the ladder at berth nine, and that was no joke.',
    ],
    settles: [
      'Slings now hang where they are used. It cost a hook and an argument.',
      'The crew calls stops without looking round first. {b} has noticed and is pleased.',
    ],
    steps: [
      [
        'b',
        'Let a different person choose the subject of the morning talk',
        'let others choose the subject of the morning talk',
      ],
      [
        'b',
        'Thank whoever stops the work, in front of the crew',
        'thanked a deckhand for stopping the work, in front of the crew',
      ],
      ['b', 'Ask {c} for a near-miss form of three lines', 'asked {c} for a form of three lines'],
      ['a', 'Walk the site with {b} at low water', 'walked the site with {b} at low water'],
    ],
    quotes: [
      ['a', 'If the safe way is the long way, the plan is wrong.'],
      ['b', 'I signed it because it was the same as last time.'],
      ['b', 'He stopped two tonnes for a ladder, and he was right.'],
    ],
    lessons: [
      'Thank every stop in public, above all the wrong ones.',
      'One subject a day, chosen by the crew, with the thing itself in the hand.',
    ],
  },
  {
    name: 'incident reviews',
    elsewhere: true,
    titles: ['Learning from the outage', 'A review without a culprit', 'What the flood taught us'],
    goals: ['Every incident reviewed within ten days', 'Each review ends with one change that somebody owns'],
    opens: [
      'The alarm for {project} stayed silent for six hours on a Sunday and {b} has to write the report.',
      '{b} sat in a review last week that was over after one sentence: “human error”.',
      'The same pump has failed for the third time. There are three reports and they could be one.',
    ],
    talks: [
      '{a} begins with the timeline and asks of each person only what they saw and what made sense at that moment.',
      'They replaced “should have” throughout {b}’s draft. What stayed was shorter and more alarming.',
      'They looked for what usually goes right on a Sunday, and why it did not this time.',
      '{a} invites somebody from outside the team. In this case {c} from {cplace} asked why the alarm goes to a desk phone.',
      'Ten actions are no action. They picked one and gave it a name and a date.',
      'The person on call has been apologising to everybody. {b} will speak to them before the meeting, not after it.',
      'There is a difference between finding the cause and stopping too early; {a} asks “and what let that happen?” about {n} times.',
      'They agreed to keep the report readable for the next shift, two pages with a drawing.',
    ],
    tries: [
      'Nobody defended themselves, because nobody was accused. It took an hour, and the finding was a gap in the rota.',
      'The timeline alone showed that two people had seen it and each had thought that the other would ring.',
      'The meeting slid into blame twice. {b} brought it back with the timeline on the wall.',
    ],
    settles: [
      'The one change has been made, has an owner, and was tested on a Sunday.',
      '{dept} has asked {b} to lead its next review, too.',
    ],
    steps: [
      [
        'b',
        'Draw the timeline with everybody who was there',
        'drew the timeline with everybody who was there',
      ],
      ['b', 'Take every “should have” out of the report', 'took every “should have” out of the report'],
      ['b', 'Speak to the person on call before the review', 'spoke to the person on call beforehand'],
      ['b', 'Invite {c} as the outside pair of eyes', 'invited {c} as the outside pair of eyes'],
    ],
    quotes: [
      ['a', '“Human error” is where the question starts.'],
      ['b', 'Everybody did the sensible thing, and it still went wrong.'],
      ['b', 'The best question came from the person who knew least about pumps.'],
    ],
    lessons: [
      'Ask what made sense at that moment; nobody has to defend an answer to that.',
      'Invite one outsider to every review.',
    ],
  },
]
