import { basename } from 'node:path'
import type { knowledgeImport } from '@shared/contract/knowledgeImport'
import type { Handlers } from '../handler'
import { importNotes } from './knowledgeImport'

export const knowledgeImportHandlers: Handlers<typeof knowledgeImport> = {
  'knowledge.previewImport': (db, request, task) => importNotes(db, null, request, task),

  'knowledge.import': async (writer, request, task) => {
    const { sample: _, ...outcome } = await importNotes(writer, writer, request, task)
    const written = outcome.added + outcome.changed
    const notes = written === 1 ? 'one note' : `${written.toLocaleString('en')} notes`
    return { value: outcome, summary: `Import of ${notes} from ${basename(request.file)}` }
  },
}
