import { z } from 'zod'
import { id, nothing, requiredLine } from './fields'
import { read, write } from './operation'
import { reportDesign } from './reportDesign'

/** Designs of reports under a name, so that a report can be made again. */
export const reportTemplates = {
  'reportTemplates.list': read({
    of: ['report_templates'],
    input: nothing,
    output: z.array(z.object({ id, name: z.string(), design: reportDesign })),
  }),
  /** No two are called the same. */
  'reportTemplates.save': write({
    input: z.object({ id: id.nullable(), name: requiredLine, design: reportDesign }).strict(),
    output: z.object({ id }),
  }),
  /** With the command that did it, which can be taken back. */
  'reportTemplates.remove': write({ input: z.object({ id }).strict(), output: z.object({ command: id }) }),
}
