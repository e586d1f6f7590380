import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, stdout } from 'node:process'
import { DatabaseClient } from '@main/database/client'
import { backUp } from '@main/database/programBackups'
import { planImport } from '@main/importing/plan'
import { memberInput, sessionInput } from '../../integration/support'

/**
 * Writes into a program file without end, everything that can be written, and tells on a line of its own what was
 * acknowledged. Whoever started it kills it.
 */
const [, , workerPath = '', file = '', seed = '0'] = argv

let state = Number(seed) + 1
function random(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return (state >>> 8) % below
}

let last = 0
/** A word that stands nowhere else. */
const word = (kind: string) => `${kind}x${seed}x${++last}`

function acknowledged(what: object): void {
  stdout.write(`${JSON.stringify(what)}\n`)
}

const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
acknowledged({ kind: 'open' })

async function saveMember(name: string): Promise<number> {
  const member = memberInput({ name, skillsOffered: [`Skill ${random(20)}`] })
  return (await client.ask('members.save', { id: null, member })).id
}

const known: number[] = []

const deeds: (() => Promise<void>)[] = [
  async () => {
    const name = word('member')
    known.push(await saveMember(name))
    acknowledged({ kind: 'member', name })
  },
  async () => {
    const notes = word('notes')
    const attendeeIds = [...new Set([known.at(-1), known.at(-2)])].filter((id) => id !== undefined)
    if (attendeeIds.length === 0) return
    await client.ask('sessions.save', { id: null, session: sessionInput({ attendeeIds, notes }) })
    acknowledged({ kind: 'session', notes })
  },
  async () => {
    const key = word('draft')
    await client.ask('drafts.save', { key, body: 'half a thought' })
    acknowledged({ kind: 'draft', key })
  },
  async () => {
    // Nothing is told before it is taken back: until then it may be there or not.
    const name = word('undone')
    await saveMember(name)
    await client.ask('history.undo', {})
    acknowledged({ kind: 'undone', name })
  },
  async () => {
    const tag = word('import')
    const path = join(dirname(file), 'people.csv')
    const rows = 200 + random(300)
    writeFileSync(
      path,
      `Name,E-mail\n${Array.from({ length: rows }, (_, at) => `${tag} ${at},${tag}.${at}@example.org\n`).join('')}`,
    )
    const found = await client.ask('imports.inspect', {
      file: path,
      kind: 'members',
      encoding: null,
      delimiter: null,
      headerLine: null,
      mapping: null,
    })
    const plan = planImport(found, {})
    const request = { file: path, plan, onDuplicate: 'merge' as const, decisions: [], addUnknown: true }
    const { added } = await client.ask('imports.run', { ...request, today: '2026-11-25' })
    acknowledged({ kind: 'import', tag, added })
  },
  async () => {
    const { path } = await backUp(client, { reason: 'by hand' })
    acknowledged({ kind: 'backup', path })
  },
]

/** Which deeds, how often: most of a day is members and notes. */
const day = [0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 5]
for (;;) await deeds[day[random(day.length)] ?? 0]?.()
