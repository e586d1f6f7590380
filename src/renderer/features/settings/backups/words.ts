import { counted } from '@renderer/components/labels'
import type { BackupEntry } from '@shared/contract/backups'

const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })
const dayOfOtherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** When something was, as it is said: "Today at 14:10", "Monday 23 November at 09:02". */
export function momentText(at: string, now = new Date()): string {
  const moment = new Date(at)
  const daysAgo = Math.round((midnight(now) - midnight(moment)) / 86_400_000)
  if (daysAgo === 0) return `Today at ${time.format(moment)}`
  if (daysAgo === 1) return `Yesterday at ${time.format(moment)}`
  const date = (moment.getFullYear() === now.getFullYear() ? day : dayOfOtherYear).format(moment)
  return `${date} at ${time.format(moment)}`
}

/** The same in the middle of a sentence. */
export function momentWithin(at: string): string {
  return momentText(at).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime()
}

const reasons: Record<NonNullable<BackupEntry['reason']>, string> = {
  scheduled: 'automatic',
  'at close': 'when the file was closed',
  'by hand': 'made by you',
  'before import': 'before an import',
  'before update': 'before an update of Coppice',
  'before restore': 'before a restore',
  'before erasure': 'before somebody was erased',
}

export function reasonText(reason: BackupEntry['reason']): string {
  return reason === null ? 'put here by somebody' : reasons[reason]
}

export function contentsText({ members, sessions, bytes }: BackupEntry): string {
  const holds =
    members === null || sessions === null
      ? ''
      : `${counted(members, 'member')} and ${counted(sessions, 'session')}, `
  return `${holds}${sizeText(bytes)}`
}

function sizeText(bytes: number): string {
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${value.toLocaleString(undefined, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}

/** What is said beside a backup that is not simply good. */
export const stateTags: Record<
  Exclude<BackupEntry['state'], 'good'>,
  { tag: string; tone: 'over' | 'due' | 'quiet' }
> = {
  damaged: { tag: 'damaged', tone: 'over' },
  unverified: { tag: 'not checked yet', tone: 'due' },
  newer: { tag: 'newer version', tone: 'quiet' },
  other: { tag: 'another program', tone: 'quiet' },
}

const kinds: Record<string, [one: string, many: string]> = {
  members: ['member', 'members'],
  sessions: ['session', 'sessions'],
  action_items: ['action item', 'action items'],
  enrolments: ['enrolment', 'enrolments'],
  check_ins: ['check-in', 'check-ins'],
  goals: ['goal', 'goals'],
  matches: ['match', 'matches'],
  communities: ['community', 'communities'],
  gatherings: ['gathering', 'gatherings'],
  asks: ['ask', 'asks'],
  invitations: ['invitation', 'invitations'],
  knowledge_items: ['piece of knowledge', 'pieces of knowledge'],
  interactions: ['interaction', 'interactions'],
  topics: ['topic', 'topics'],
}

export function kindText(kind: string): string {
  const text = kinds[kind]?.[1] ?? kind
  return text.charAt(0).toUpperCase() + text.slice(1)
}
