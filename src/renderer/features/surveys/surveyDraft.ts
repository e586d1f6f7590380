import type { Survey } from '@shared/contract/surveys'

/** A survey as the editor holds it. */
export type SurveyDraft = Pick<Survey, 'name' | 'purpose' | 'scale'>

export const blank: SurveyDraft = {
  name: '',
  purpose: '',
  scale: {
    anchors: ['Not at all', 'Hardly', 'Partly', 'Mostly', 'Fully'],
    items: [{ text: '', reversed: false, subscale: null }],
    subscales: [],
    leastAnswered: 75,
  },
}

/** Without lines that were never written, and with parts that are gone taken out of the statements. */
export function finished({ name, purpose, scale }: SurveyDraft): SurveyDraft {
  const kept = scale.subscales.flatMap((part, at) => (part.name.trim() === '' ? [] : [at]))
  return {
    name,
    purpose,
    scale: {
      ...scale,
      items: scale.items
        .filter(({ text }) => text.trim() !== '')
        .map((item) => {
          const at = item.subscale === null ? -1 : kept.indexOf(item.subscale)
          return { ...item, subscale: at === -1 ? null : at }
        }),
      subscales: kept.flatMap((at) => scale.subscales[at] ?? []),
    },
  }
}
