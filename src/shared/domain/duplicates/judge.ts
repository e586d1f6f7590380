import { listWords } from '../summaryWords'
import { domainOf, emailKey, phoneKey } from './contactKeys'
import { type ComparedName, comparedName, type NameAgreement, namesAgree } from './sameNames'

/** Somebody in the directory, as far as being somebody else goes. */
export interface Person {
  id: number
  name: string
  email: string | null
  phone: string | null
  externalId: string | null
  organisation: string | null
  location: string | null
  department: string | null
}

/** How sure it is that two are one person, the surest first. */
export const confidences = ['almost certain', 'likely', 'possible'] as const
export type Confidence = (typeof confidences)[number]

/** A reason for or against, in words. */
export interface Reason {
  text: string
  speaks: 'for' | 'against'
}

export interface Judgement {
  confidence: Confidence
  /** Sorts within the same confidence: more is surer. */
  weight: number
  reasons: Reason[]
}

/** What is known of a person and of the directory, made once. */
export interface Compared extends Person {
  compared: ComparedName
  emailKey: string | null
  phoneKey: string | null
}

export function comparedPerson(person: Person): Compared {
  return {
    ...person,
    compared: comparedName(person.name),
    emailKey: emailKey(person.email),
    phoneKey: phoneKey(person.phone),
  }
}

/** How common things are in this directory. */
export interface Frequencies {
  /** How many people would bear both of two words by chance, for the words of a name. */
  namesakes(words: ComparedName['words']): number
  /** Whether an address or a number is that of many: an office, a switchboard. */
  isShared(kind: 'email' | 'phone', key: string): boolean
}

const nameWeights: Readonly<Record<NameAgreement, number>> = {
  same: 4,
  written: 3.9,
  slip: 3,
  longer: 2.8,
  short: 2.5,
  initials: 1.5,
}

/** Above so many people who would have the name by chance, the name alone tells nothing. */
const commonName = 0.3

/** Up to so many, a letter that differs is a slip rather than another name. */
const rareName = 0.02

/** Weighs what speaks for two being one person; null when it is too little to ask anybody. */
export function judge(one: Compared, other: Compared, frequencies: Frequencies): Judgement | null {
  const sameId = one.externalId !== null && one.externalId === other.externalId
  const sameEmail = one.emailKey !== null && one.emailKey === other.emailKey
  const samePhone = one.phoneKey !== null && one.phoneKey === other.phoneKey
  const names = namesAgree(one.compared, other.compared)
  if (names === null && !sameId && !sameEmail && !samePhone) return null
  const reasons: Reason[] = []
  let weight = 0
  const count = (text: string, worth: number) => {
    reasons.push({ text, speaks: worth > 0 ? 'for' : 'against' })
    weight += worth
  }
  if (sameId) count('the same identifier elsewhere', 6)
  if (sameEmail) {
    const shared = frequencies.isShared('email', one.emailKey ?? '')
    const same = one.email?.toLowerCase() === other.email?.toLowerCase()
    const words = same ? 'the same e-mail address' : 'e-mail addresses that reach the same mailbox'
    count(shared ? `${words}, which others have as well` : words, shared ? 1 : 5)
  }
  if (samePhone) {
    const shared = frequencies.isShared('phone', one.phoneKey ?? '')
    count(
      shared ? 'the same telephone number, which others have as well' : 'the same telephone number',
      shared ? 0.5 : 3,
    )
  }
  if (names === null) count('but their names are not alike', -1.5)
  else {
    const chance = frequencies.namesakes(one.compared.words)
    const common = chance > commonName
    const doubtful = names === 'slip' && chance > rareName ? 0.6 : 0
    count(nameWords(names, one, other), nameWeights[names] - (common ? 2 : doubtful))
    if (common) reasons.push({ text: 'but it is a common name here', speaks: 'against' })
  }
  const where = (['organisation', 'location', 'department'] as const).filter((part) =>
    isSame(one[part], other[part]),
  )
  if (where.length > 0) count(`the same ${listWords(where)}`, placeWeight(where))
  for (const { text, worth } of against(one, other, sameEmail)) count(text, worth)
  const confidence = confidenceOf(weight)
  return confidence && { confidence, weight, reasons }
}

/** The same when the two are known to have been in one place at one time: then they are hardly one person. */
export function metEachOther(judgement: Judgement, times: number): Judgement | null {
  if (times === 0) return judgement
  const weight = judgement.weight - 3
  const confidence = confidenceOf(weight)
  const text = times === 1 ? 'but both were at one session' : `but both were at ${times} sessions`
  return confidence && { confidence, weight, reasons: [...judgement.reasons, { text, speaks: 'against' }] }
}

function confidenceOf(weight: number): Confidence | null {
  if (weight >= 6.5) return 'almost certain'
  if (weight >= 4.5) return 'likely'
  return weight >= 3 ? 'possible' : null
}

function against(one: Person, other: Person, sameEmail: boolean): { text: string; worth: number }[] {
  const found: { text: string; worth: number }[] = []
  if (one.externalId !== null && other.externalId !== null && one.externalId !== other.externalId)
    found.push({ text: 'but other identifiers elsewhere', worth: -2 })
  if (one.email !== null && other.email !== null && !sameEmail) {
    const sameDomain = domainOf(one.email) === domainOf(other.email)
    if (sameDomain) found.push({ text: 'but two mailboxes with one provider', worth: -1 })
    else found.push({ text: 'but other e-mail addresses', worth: -0.3 })
  }
  for (const [part, worth] of [
    ['location', -0.5],
    ['department', -0.5],
  ] as const) {
    const [a, b] = [one[part], other[part]]
    if (a !== null && b !== null && !isSame(a, b)) found.push({ text: `but another ${part}`, worth })
  }
  return found
}

const placeWorth = { organisation: 0.4, location: 0.7, department: 0.8 } as const

function placeWeight(where: readonly (keyof typeof placeWorth)[]): number {
  return where.reduce((sum, part) => sum + placeWorth[part], 0)
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()
}

function nameWords(agreement: NameAgreement, one: Person, other: Person): string {
  switch (agreement) {
    case 'same':
      return 'the same name'
    case 'written':
      return 'the same name, written in two ways'
    case 'slip':
      return 'names that differ by a slip of the pen'
    case 'longer':
      return 'one name is the other with a further one'
    case 'short':
      return 'a short form of the same name'
    case 'initials':
      return `“${one.name}” may stand for “${other.name}”`
  }
}
