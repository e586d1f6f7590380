import { itemAt, mix, Random, WeightedChoice } from '@shared/domain/random'
import { type Location, locations } from '../organisation'
import { british, chilean, chinese, southAsian, westAfrican } from './atlantic'
import { egyptian, japanese, kenyan, polish, ukrainian } from './eastern'
import { notables } from './notables'
import type { PersonName } from './personName'
import type { NamePool } from './pools'

const culturesByLocation: Record<Location, readonly (readonly [NamePool, weight: number])[]> = {
  Bristol: [
    [british, 63],
    [southAsian, 17],
    [westAfrican, 12],
    [polish, 5],
    [chinese, 3],
  ],
  Gdańsk: [
    [polish, 82],
    [ukrainian, 15],
    [british, 3],
  ],
  Valparaíso: [
    [chilean, 93],
    [british, 4],
    [westAfrican, 3],
  ],
  Mombasa: [
    [kenyan, 87],
    [southAsian, 13],
  ],
  Alexandria: [
    [egyptian, 94],
    [westAfrican, 6],
  ],
  Kobe: [
    [japanese, 90],
    [chinese, 6],
    [southAsian, 4],
  ],
}

const choices = locations.map((location) => {
  const cultures = culturesByLocation[location]
  return {
    pools: cultures.map(([pool]) => pool),
    choice: new WeightedChoice(cultures.map(([, weight]) => weight)),
  }
})

function compose(pool: NamePool, random: Random, female: boolean, secondShare: number): PersonName {
  const givenNames = female ? pool.women : pool.men
  const given = random.pick(givenNames)
  const family = random.pick(pool.families)
  const borne = female ? (family.feminine ?? family) : family
  const mailbox = `${given.plain}.${borne.plain}`
  const second = random.next()
  if (pool.nativeShare !== undefined && random.chance(pool.nativeShare)) {
    const [short, last] = [given.native, family.native]
    const latin = `${given.latin} ${family.latin}`
    return pool.order === 'native'
      ? { full: `${last} ${short}`, short, sort: `${last} ${short}`, latin, mailbox, female }
      : { full: `${short} ${last}`, short, sort: `${last}, ${short}`, latin, mailbox, female }
  }
  const short = given.latin
  let first = short
  let last = borne.latin
  if (pool.order === 'middle' && second < secondShare)
    first = withAnother(short, random.pick(givenNames).latin)
  if (pool.order === 'father' && second < secondShare + 0.1)
    first = withAnother(short, random.pick(pool.men).latin)
  if (pool.order === 'two families' && second < secondShare + 0.45)
    last += ` ${random.pick(pool.families).latin}`
  return { full: `${first} ${last}`, short, sort: `${last}, ${first}`, latin: null, mailbox, female }
}

function withAnother(name: string, other: string): string {
  return name === other ? name : `${name} ${other}`
}

/**
 * The name of a member, from the seed and the member's number alone. The more people there are, the more of them
 * go by a second given name or a second surname, which keeps most full names apart, though not all.
 */
export function nameOf(seed: number, index: number, location: number, count: number): PersonName {
  const notable = notables[index]
  if (notable) return notable
  const random = new Random(mix(seed ^ 0x6e616d65, index))
  const { pools, choice } = itemAt(choices, location)
  const pool = itemAt(pools, choice.indexAt(random.next()))
  const female = random.chance(0.5)
  return compose(pool, random, female, Math.min(0.85, 0.06 + Math.max(0, count - 500) / 12_000))
}
