import type { Writer } from '../../engine/writer'

/** Knowledge that was made out of a session's notes goes on without it. */
export function forgetSource(writer: Writer, sessionId: number): void {
  for (const id of writer.column<number>('SELECT id FROM knowledge_items WHERE session_id = ?', sessionId))
    writer.update('knowledge_items', id, { session_id: null })
}
