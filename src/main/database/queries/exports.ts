import { exportSessions } from '@main/exporting'
import type { exports } from '@shared/contract/exports'
import type { Handlers } from '../handler'
import { printableSessions, sessionIds, sessionOptions, sessionSource } from './reports/sessionReport'

export const exportHandlers: Handlers<typeof exports> = {
  'exports.document': printableSessions,

  'exports.write': async (db, { format, path, ...request }, task) => {
    const ids = sessionIds(db, request.scope)
    const source = sessionSource(db, request, ids)
    const { sessions, paths: files } = await exportSessions(format, source, path, sessionOptions(task))
    return { sessions, files }
  },
}
