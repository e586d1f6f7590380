import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@main/database/engine/migrate'
import { openConnection } from '@main/database/engine/open'
import { migrations } from '@main/database/migrations'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** A program file as version 0.1 left it, brought forward. */

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-migration-'))
  file = join(folder, 'old.coppice')
})
afterEach(() => rmSync(folder, { recursive: true }))

function openOld() {
  const connection = openConnection({ file, mode: 'create', newestVersion: 10 })
  migrate(
    connection,
    migrations.filter(({ number }) => number <= 10),
  )
  return connection
}

/** What 0.1 wrote for: a session, edited, deleted (undone, deleted again), another one deleted, and an import. */
const oldHistory = `
INSERT INTO commands (id, at, operation, summary, kind, reverses, reversed_by) VALUES
  (1, '2026-01-01T10:00:00.000Z', 'sessions.save', 'Session', 'do', NULL, NULL),
  (2, '2026-01-02T10:00:00.000Z', 'sessions.remove', 'Removed session', 'do', NULL, 3),
  (3, '2026-01-03T10:00:00.000Z', 'history.undo', 'Removed session', 'undo', 2, 4),
  (4, '2026-01-04T10:00:00.000Z', 'history.redo', 'Removed session', 'redo', 3, NULL),
  (5, '2026-01-05T10:00:00.000Z', 'imports.run', 'Import', 'do', NULL, NULL),
  (6, '2026-01-06T10:00:00.000Z', 'sessions.save', 'Session', 'do', NULL, 7),
  (7, '2026-01-07T10:00:00.000Z', 'history.undo', 'Session', 'undo', 6, NULL);
INSERT INTO changes (command_id, kind, table_name, first_row, last_row, before) VALUES
  (1, 'insert', 'sessions', 1, 1, NULL),
  (1, 'insert', 'session_attendees', 1, 1, NULL),
  (1, 'insert', 'session_attendees', 2, 2, NULL),
  (1, 'update', 'sessions', 1, 1, '{"notes":""}'),
  (1, 'update', 'sessions', 1, 1, '{"title":null}'),
  (2, 'delete', 'session_attendees', 1, 1, '{"id":1,"session_id":1,"member_id":4}'),
  (2, 'delete', 'sessions', 1, 1, '{"id":1,"notes":"Bees"}'),
  (3, 'insert', 'sessions', 1, 1, NULL),
  (4, 'delete', 'sessions', 1, 1, '{"id":1,"notes":"Bees"}'),
  (5, 'insert', 'members', 1, 300, NULL),
  (6, 'insert', 'sessions', 2, 2, NULL),
  (7, 'delete', 'sessions', 2, 2, '{"id":2,"notes":""}');`

test('an old history is counted, told by what it is about, and its deleted sessions are in the trash', () => {
  const old = openOld()
  old.exec(oldHistory)
  old.close()
  const connection = openConnection({ file, mode: 'write', newestVersion: migrations.at(-1)?.number ?? 0 })
  try {
    migrate(connection, migrations)
    const commands = connection
      .prepare('SELECT id, operation, area, kind, counts, reason, is_final AS final FROM commands')
      .all()
    const plain = { reason: null, final: 0 }
    expect(commands).toEqual([
      {
        id: 1,
        operation: 'sessions.save',
        area: 'sessions',
        kind: 'do',
        counts: '{"session_attendees":2,"sessions":1}',
        ...plain,
      },
      {
        id: 2,
        operation: 'sessions.remove',
        area: 'sessions',
        kind: 'do',
        counts: '{"session_attendees":1,"sessions":1}',
        ...plain,
      },
      {
        id: 3,
        operation: 'sessions.remove',
        area: 'sessions',
        kind: 'undo',
        counts: '{"sessions":1}',
        ...plain,
      },
      {
        id: 4,
        operation: 'sessions.remove',
        area: 'sessions',
        kind: 'redo',
        counts: '{"sessions":1}',
        ...plain,
      },
      { id: 5, operation: 'imports.run', area: 'imports', kind: 'do', counts: '{"members":300}', ...plain },
      { id: 6, operation: 'sessions.save', area: 'sessions', kind: 'do', counts: '{"sessions":1}', ...plain },
      {
        id: 7,
        operation: 'sessions.save',
        area: 'sessions',
        kind: 'undo',
        counts: '{"sessions":1}',
        ...plain,
      },
    ])
    // The session that was deleted, undone and deleted again lies in the trash; the one that was never wanted does not.
    expect(connection.prepare('SELECT table_name, row_id, command_id FROM trash').all()).toEqual([
      { table_name: 'sessions', row_id: 1, command_id: 4 },
    ])
    expect(
      connection.prepare("SELECT command_id, kind FROM changes WHERE table_name = 'trash'").all(),
    ).toEqual([{ command_id: 4, kind: 'insert' }])
    expect(() => connection.prepare('UPDATE commands SET is_final = 2 WHERE id = 1').run()).toThrow('CHECK')
  } finally {
    connection.close()
  }
})
