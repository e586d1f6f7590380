import type { Scale, SurveyItem } from './scale'

export interface SurveyTemplate {
  name: string
  purpose: string
  scale: Scale
}

const agreement = ['Not at all', 'Hardly', 'Partly', 'Mostly', 'Fully']

type Part = [name: string, whenLow: string | null, ...statements: string[]]

/** A statement that begins with a minus sign is reversed. */
function scaleOf(...parts: Part[]): Scale {
  return {
    anchors: agreement,
    subscales: parts.map(([name, whenLow]) => ({ name, whenLow })),
    items: parts.flatMap(([, , ...statements], subscale) =>
      statements.map(
        (text): SurveyItem => ({
          text: text.replace(/^- /, ''),
          reversed: text.startsWith('- '),
          subscale,
        }),
      ),
    ),
    leastAnswered: 75,
  }
}

/** Short questionnaires of Coppice's own; every word of them may be changed. */
export const surveyTemplates: readonly SurveyTemplate[] = [
  {
    name: 'Match quality',
    purpose: 'How the two get on, asked of both sides a few times a year.',
    scale: scaleOf(
      [
        'Trust',
        'Ask both sides, one at a time, what would make it easier to speak openly.',
        'I can say in our meetings what is really on my mind.',
        'What we talk about stays between us.',
        '- I think twice before I tell the other person about a mistake of mine.',
      ],
      [
        'Progress',
        'Help them to write down one goal and the next step towards it.',
        'After our meetings I know what I will do next.',
        'We work on what matters to me.',
        '- We often go in circles.',
      ],
      [
        'Rhythm',
        'Agree on the next three dates at once.',
        'We meet often enough for this to be of use.',
        '- Our meetings are put off again and again.',
      ],
    ),
  },
  {
    name: 'Half-way',
    purpose: 'Half-way through: what works, and what to change while there is time.',
    scale: scaleOf(
      [
        'On course',
        'Go through the goals together and drop what has become pointless.',
        'We are about as far as I had hoped by now.',
        'I can name something I do differently because of our meetings.',
        '- I do not know what we should do with the time that is left.',
      ],
      [
        'Support',
        'Call those who feel alone with it, and say when they can reach you.',
        'I know whom to ask when the mentoring gets difficult.',
        'What I was told at the start prepared me for this.',
        '- I have to find the time for it against resistance at work.',
      ],
    ),
  },
  {
    name: 'At the end',
    purpose: 'When a match comes to its end: what came of it, and what to do better next time.',
    scale: scaleOf(
      [
        'Outcome',
        'Look at how goals are set at the start: they may be too large, or nobody’s own.',
        'I have learned something here that I would not have learned elsewhere.',
        'I use in my work what came of our meetings.',
        'The time was well spent.',
      ],
      [
        'The program',
        'Ask those who were least content what one thing they would change.',
        'The other person was a good choice for me.',
        'I would take part again.',
        '- I was left too much on my own with it.',
      ],
    ),
  },
  {
    name: 'Ready for mentoring?',
    purpose: 'Whether mentoring finds good ground in the organisation; the answers make a short plan.',
    scale: scaleOf(
      [
        'Leaders stand behind it',
        'Win one respected leader to be a mentor, and to speak of it where others hear it.',
        'Leaders here make time to help others grow.',
        'Who helps others to learn is thanked for it here.',
      ],
      [
        'Room for it',
        'Agree with heads of departments on hours for mentoring that count as work.',
        'I could spend two hours a month on mentoring without anybody minding.',
        '- Whatever is urgent always comes before learning here.',
      ],
      [
        'Openness',
        'Begin with small stories of what went wrong and was learned from, told by people of standing.',
        'One can ask for help here without losing face.',
        'People share what they know with other departments.',
        '- It is wiser here to keep one’s mistakes to oneself.',
      ],
      [
        'People who can',
        'Train a few mentors well, and let them train the next.',
        'There are enough people here from whom others could learn.',
        'People here know how to listen before they advise.',
      ],
    ),
  },
]
