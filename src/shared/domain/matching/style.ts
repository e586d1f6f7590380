/** The questions about how somebody likes to work; each is answered from 1, the first way, to 5, the second. */
export const styleNames = ['plan', 'rhythm', 'advice', 'talk'] as const
export type StyleName = (typeof styleNames)[number]

/** Null is not answered. */
export type Style = Record<StyleName, number | null>

export const styleQuestions: Readonly<Record<StyleName, { question: string; one: string; five: string }>> = {
  plan: { question: 'a plan for each meeting', one: 'Each meeting has a plan', five: 'We see what comes up' },
  rhythm: { question: 'the rhythm of meetings', one: 'Short and often', five: 'Long and seldom' },
  advice: {
    question: 'advice or questions',
    one: 'Tell me what you would do',
    five: 'Ask me until I know',
  },
  talk: { question: 'what to talk about', one: 'Keep to the work', five: 'Life belongs to it' },
}

/** The answers that were given, by the question as it stands in a sentence. */
export function styleAnswers(style: Style): { question: string; answer: number }[] {
  return styleNames.flatMap((name) => {
    const answer = style[name]
    return answer === null ? [] : [{ question: styleQuestions[name].question, answer }]
  })
}
