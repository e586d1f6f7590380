import { z } from 'zod'
import { largestFile } from '../domain/knowledge/files'
import { count, id, requiredLine } from './fields'
import { main, read, write } from './operation'

const file = z.object({
  id,
  name: z.string(),
  bytes: count,
  addedAt: z.string(),
  /** Whether the window can show it. */
  isPicture: z.boolean(),
})
export type KnowledgeFile = z.infer<typeof file>

/** Files that belong to a piece of knowledge; they are kept in the program file. */
export const knowledgeFiles = {
  'knowledge.files': read({
    of: ['knowledge_files'],
    input: z.object({ itemId: id }).strict(),
    output: z.array(file),
  }),
  /** For the main process: what the window shows comes from the app's own scheme, as bytes of a known kind. */
  'knowledge.fileContent': read({
    of: [],
    internal: true,
    input: z.object({ id }).strict(),
    output: z.object({ name: z.string(), mediaType: z.string(), content: z.string() }),
  }),
  'knowledge.addFile': write({
    input: z
      .object({
        itemId: id,
        name: requiredLine,
        /** In Base64. */
        content: z.base64().max(Math.ceil(largestFile / 3) * 4 + 4, 'A file here has at most 5 MB.'),
      })
      .strict(),
    output: z.object({ id }),
  }),
  'knowledge.removeFile': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'knowledge.saveFile': main({
    input: z.object({ id }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
}
