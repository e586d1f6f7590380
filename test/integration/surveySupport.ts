import type { InputOf } from '@shared/contract'
import type { Scale } from '@shared/domain/surveys/scale'
import type { TestFile } from './support'

/** Four statements in two parts on a scale of five, the second and the last reversed. */
export const testScale: Scale = {
  anchors: ['Never', 'Seldom', 'At times', 'Often', 'Always'],
  items: [
    { text: 'We speak openly.', reversed: false, subscale: 0 },
    { text: 'I hold back.', reversed: true, subscale: 0 },
    { text: 'We get on with it.', reversed: false, subscale: 1 },
    { text: 'We go in circles.', reversed: true, subscale: 1 },
  ],
  subscales: [
    { name: 'Trust', whenLow: 'Talk about it.' },
    { name: 'Progress', whenLow: null },
  ],
  leastAnswered: 50,
}

/** @returns the new survey's id. */
export async function addSurvey(
  file: TestFile,
  template: Partial<InputOf<'surveys.saveTemplate'>['template']> = {},
): Promise<number> {
  const { id } = await file.call('surveys.saveTemplate', {
    id: null,
    template: { name: 'Pulse', purpose: '', scale: testScale, ...template },
    asVersion: false,
  })
  return id
}
