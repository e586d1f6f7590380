import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InputOf, WriteName } from '@shared/contract'
import { dates, pick, pickId, type Step } from './sequenceStory'
import { testScale } from './surveySupport'

/** The commands of surveys, for sequences of them at random. */
export const surveySteps: Partial<Record<WriteName, Step>> = {
  'surveys.saveTemplate': async (story, [which = 0, a = 0]) => {
    const id = which % 2 === 0 ? null : (pickId(story, 'survey_templates', which) ?? null)
    const items = a % 2 === 0 ? testScale.items : [...testScale.items, ...testScale.items]
    const template = { name: 'Pulse', purpose: `For ${story.mark()}`, scale: { ...testScale, items } }
    await story.file.call('surveys.saveTemplate', { id, template, asVersion: true })
  },

  'surveys.removeTemplate': async (story, [which]) => {
    const id = pickId(story, 'survey_templates', which)
    if (id !== undefined) await story.file.call('surveys.removeTemplate', { id })
  },

  'surveys.answer': async (story, [template, program, member, on, value = 0]) => {
    const templateId = pickId(story, 'survey_templates', template)
    const programId = value % 5 === 0 ? null : pickId(story, 'programs', program)
    const memberId = value % 3 === 0 ? null : (pickId(story, 'members', member) ?? null)
    if (templateId === undefined || programId === undefined) return
    const { scale } = await story.file.call('surveys.get', { id: templateId })
    await story.file.call('surveys.answer', {
      templateId,
      programId,
      memberId,
      answeredOn: pick(dates, on) ?? '',
      answers: scale.items.map((_, item) => ((value + item) % 4 === 0 ? null : ((value + item) % 5) + 1)),
    })
  },

  'surveys.removeResponse': async (story, [which]) => {
    const id = pickId(story, 'survey_responses', which)
    if (id !== undefined) await story.file.call('surveys.removeResponse', { id })
  },

  'surveys.import': async (story, [template, program, rows = 0]) => {
    const templateId = pickId(story, 'survey_templates', template)
    const programId = rows % 5 === 0 ? null : pickId(story, 'programs', program)
    if (templateId === undefined || programId === undefined) return
    const path = join(dirname(story.file.path), 'answers.csv')
    const lines = Array.from({ length: 1 + (rows % 4) }, (_, row) => `${(row % 5) + 1},Often`)
    writeFileSync(path, `Open,Holding back\n${lines.join('\n')}\n`)
    try {
      await story.file.call('surveys.import', { ...importOf(path), templateId, programId })
    } finally {
      rmSync(path)
    }
  },
}

function importOf(file: string): Omit<InputOf<'surveys.import'>, 'templateId' | 'programId'> {
  const columns = ['Open', 'Holding back']
  return {
    file,
    plan: { encoding: 'utf-8', delimiter: ',', headerLine: 1, columns, dateOrder: null },
    columns: [0, 1],
    onDay: '2026-11-02',
  }
}
