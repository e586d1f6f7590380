import { type Location, locations } from '../organisation'
import { Random, WeightedChoice, itemAt, mix } from '../random'
import { british, chilean, chinese, southAsian, westAfrican } from './atlantic'
import { egyptian, japanese, kenyan, polish, ukrainian } from './eastern'
import type { NamePool } from './pools'
import { notables } from './notables'

export interface PersonName {
  /** As the person writes it. */
  full: string
  /** What colleagues say. */
  short: string
  sort: string
  /** In Latin letters, when `full` is in another script. */
  latin: string | null
  /** The part of an e-mail address before the `@`. */
  mailbox: string
  female: boolean
}

const culturesByLocation: Record<Location, readonly (readonly [NamePool, weight: number])[]> = {
  Bristol: [[british, 63], [southAsian, 17], [westAfrican, 12], [polish, 5], [chinese, 3]],
  Gdańsk: [[polish, 82], [ukrainian, 15], [british, 3]],
  Valparaíso: [[chilean, 93], [british, 4], [westAfrican, 3]],
  Mombasa: [[kenyan, 87], [southAsian, 13]],
  Alexandria: [[egyptian, 94], [westAfrican, 6]],
  Kobe: [[japanese, 90], [chinese, 6], [southAsian, 4]],
}

const choices = locations.map((location) => {
  const cultures = culturesByLocation[location]
  return { pools: cultures.map(([pool]) => pool), choice: new WeightedChoice(cultures.map(([, weight]) => weight)) }
})

const letters: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', đ: 'd' }

/** A name as the local part of an address: small Latin letters and nothing else. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łøæßđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

const latinPart = (entry: string) => entry.split(':')[0] ?? entry
const nativePart = (entry: string) => entry.split(':')[1] ?? entry

function familyOf(entry: string, pool: NamePool, female: boolean): string {
  return pool === polish && female ? entry.replace(/(sk|ck|dzk)i$/, '$1a') : entry
}

function compose(pool: NamePool, random: Random, female: boolean, secondShare: number): PersonName {
  const given = female ? random.pick(pool.women) : random.pick(pool.men)
  const family = familyOf(random.pick(pool.families), pool, female)
  const mailbox = `${plain(latinPart(given))}.${plain(latinPart(family))}`
  const second = random.next()
  if (pool.nativeShare !== undefined && random.chance(pool.nativeShare)) {
    const [first, last] = [nativePart(given), nativePart(family)]
    const latin = `${latinPart(given)} ${latinPart(family)}`
    return pool.order === 'native'
      ? { full: `${last} ${first}`, short: first, sort: `${last} ${first}`, latin, mailbox, female }
      : { full: `${first} ${last}`, short: first, sort: `${last}, ${first}`, latin, mailbox, female }
  }
  const first = latinPart(given)
  const last = latinPart(family)
  let between = ''
  let behind = ''
  if (pool.order === 'middle' && second < secondShare) between = ` ${random.pick(female ? pool.women : pool.men)}`
  if (pool.order === 'father' && second < secondShare + 0.1) {
    const father = latinPart(random.pick(pool.men))
    if (father !== first) between = ` ${father}`
  }
  if (pool.order === 'two families' && second < secondShare + 0.45) behind = ` ${random.pick(pool.families)}`
  if (between === ` ${first}`) between = ''
  return {
    full: `${first}${between} ${last}${behind}`,
    short: first,
    sort: `${last}${behind}, ${first}${between}`,
    latin: null,
    mailbox,
    female,
  }
}

/**
 * The name of a member, from the seed and the member's number alone. The more people there are, the more of them
 * go by a second given name or a second surname, which keeps most full names apart, though not all.
 */
export function nameOf(seed: number, index: number, location: number, count: number): PersonName {
  const notable = notables[index]
  if (notable) {
    return {
      full: notable.full,
      short: notable.short,
      sort: notable.sort,
      latin: notable.latin ?? null,
      mailbox: notable.mailbox,
      female: notable.female,
    }
  }
  const random = new Random(mix(seed ^ 0x6e616d65, index))
  const { pools, choice } = itemAt(choices, location)
  const pool = itemAt(pools, choice.indexAt(random.next()))
  const female = random.chance(0.5)
  return compose(pool, random, female, Math.min(0.85, 0.06 + Math.max(0, count - 500) / 12_000))
}
