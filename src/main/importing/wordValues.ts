import type { Confidentiality, MemberStatus, MentoringRole, SessionMedium } from '@shared/domain/vocabulary'
import { bareWords, severalValues } from './textValues'

/**
 * Cells that hold one word out of a closed list, in the languages of the usual exports: English, German,
 * French, Spanish, Portuguese, Italian and Dutch. All comparing is done on folded words.
 */

function lookup<T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(lists.flatMap(([value, words]) => words.split('|').map((word) => [word, value] as const)))
}

const yesOrNo = lookup([
  [true, 'yes|y|true|1|x|on|checked|ja|j|wahr|oui|vrai|si|s|verdadero|sim|verdadeiro|vero|waar|✓|✔'],
  [false, 'no|n|false|0|off|unchecked|nein|falsch|non|faux|falso|nao|nee|onwaar|none'],
  [null, 'maybe|not sure|unsure|vielleicht|peut etre|quizas|talvez|forse|misschien|later'],
])

/** Yes or no; null where the answer is that it is not known; undefined for anything else. */
export function readYesNo(cell: string): boolean | null | undefined {
  const text = cell.trim()
  if (text === '✓' || text === '✔' || text === '☑') return true
  const words = bareWords(text)
  if (words === '') return null
  const known = yesOrNo.get(words)
  if (known !== undefined) return known
  // A form's answer: "Yes, I would like to be a mentor".
  const answer = /^([\p{L}]{2,5})\s*[,.;:!–-]/u.exec(text)
  const first = answer === null ? words.split(' ', 1)[0] : bareWords(answer[1] ?? '')
  if (answer === null && first !== 'yes' && first !== 'no') return undefined
  return yesOrNo.get(first ?? '')
}

const menteeWord =
  /\b(?:mente[ei]s?|mentorees?|protegee?s?|mentora(?:n)?d[oa]s?|mentorizad[oa]s?|telemaques?|learners?|aprendi(?:z|ces)|apprenants?)\b/
const mentorWord = /\b(?:mentors?|mentor(?:en|es|as?|i|innen|in)|mentorinnen|mentore|mentrices?|mentoress)\b/
const bothWord = /^(?:both|beides?|les deux|ambos|ambas|ambedue|entrambi|entrambe|beide)\b/
const neitherWord =
  /^(?:neither|none|no role|keine|keines|keins|aucun|aucune|ninguno|ninguna|nenhum|nessuno|geen|member|participant)$/

/** The mentoring role that a cell names, or null. Several values are taken together: mentor and mentee is both. */
export function readRole(cell: string): MentoringRole | null {
  let mentor = false
  let mentee = false
  let neither = false
  for (const value of severalValues(cell)) {
    // In French, only the accent tells the one who is mentored from an Italian mentor.
    const frenchMentee = /mentoré/i.test(value)
    const words = bareWords(frenchMentee ? value.replace(/mentorée?s?/giu, 'mentee') : value)
    const both = bothWord.test(words)
    mentee ||= both || menteeWord.test(words)
    mentor ||= both || mentorWord.test(words)
    neither ||= neitherWord.test(words)
  }
  if (mentor) return mentee ? 'both' : 'mentor'
  return mentee ? 'mentee' : neither ? 'neither' : null
}

const statuses = lookup<MemberStatus | 'bot'>([
  [
    'prospect',
    'prospect|prospective|potential|lead|candidate|applicant|applied|interested|waitlist|waiting list|wait list|' +
      'interessent|interessentin|bewerber|bewerberin|prospecto|candidat|candidate|candidato|interessado|interessato',
  ],
  [
    'invited',
    'invited|pending|invitation sent|invite sent|invitation pending|eingeladen|invite|invitee|invitado|invitada|' +
      'convidado|convidada|invitato|invitata|uitgenodigd',
  ],
  [
    'active',
    'active|a|current|enrolled|employed|on leave|leave|l|leave of absence|member|full member|admin|administrator|owner|' +
      'primary owner|workspace owner|workspace admin|workspace primary owner|org owner|org admin|guest|' +
      'single channel guest|multi channel guest|restricted|ultra restricted|full time|part time|permanent|temporary|' +
      'contractor|regular|matched|approved|joined|registered|aktiv|angestellt|actif|activo|activa|ativo|ativa|attivo|' +
      'attiva|actief|enabled|yes',
  ],
  [
    'alumni',
    'alumni|alumnus|alumna|former|ex member|inactive|terminated|t|left|resigned|retired|deactivated|disabled|' +
      'completed|graduated|closed|withdrawn|no|inaktiv|ehemalig|ehemalige|ehemaliger|ausgeschieden|inactif|ancien|' +
      'ancienne|inactivo|inactiva|inativo|inativa|inattivo|inattiva|inactief|oud lid',
  ],
  ['bot', 'bot|app|workflow bot'],
])

/** The status that a cell names; `bot` for what Slack lists beside people; null for anything else. */
export function readStatus(cell: string): MemberStatus | 'bot' | null {
  return statuses.get(bareWords(cell)) ?? null
}

const media: readonly (readonly [SessionMedium, RegExp])[] = [
  [
    'video',
    /\b(?:video\w*|zoom|teams|meet|webex|skype|facetime|jitsi|hangouts?|virtual|online|visio|remote)\b/,
  ],
  ['phone', /\b(?:phone|telephone|call|telefon\w*|tel|telefonat|llamada|chiamata|telefono|bellen|appel)\b/],
  ['e-mail', /\b(?:e ?mails?|mails?|courriel|correo|posta)\b/],
  ['chat', /\b(?:chat|slack|messages?|messenger|whatsapp|signal|texts?|sms|dm)\b/],
  [
    'in person',
    /\b(?:in ?person|face to face|f2f|onsite|on site|personlich|vor ort|presentiel|presence|en persona|presencial\w*|in presenza|di persona|pessoalmente|persoonlijk|office|cafe|coffee|lunch)\b/,
  ],
]

/** How people met; what is none of the known ways is `other`. */
export function readMedium(cell: string): SessionMedium {
  const words = bareWords(cell)
  for (const [medium, shape] of media) if (shape.test(words)) return medium
  return 'other'
}

const confidentialities = lookup<Confidentiality>([
  [
    'private',
    'private|confidential|coordinator only|secret|privat|vertraulich|prive|confidentiel|privado|confidencial|privato|riservato|vertrouwelijk',
  ],
  [
    'pair',
    'pair|shared with pair|mentor and mentee|match|participants|attendees|paar|binome|pareja|par|coppia|koppel',
  ],
  [
    'shareable',
    'shareable|public|open|shared|anyone|everyone|offentlich|teilbar|partageable|publico|pubblico|openbaar|deelbaar',
  ],
])

/** Who may read the notes, or null: with private notes nothing is guessed. */
export function readConfidentiality(cell: string): Confidentiality | null {
  return confidentialities.get(bareWords(cell)) ?? null
}
