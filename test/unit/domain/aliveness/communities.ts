import type { CommunityRecords } from '@shared/domain/aliveness/records'
import { Random } from '@shared/domain/random'
import { type Contact, type Piece, recordsOf, season, type Use } from './records'

export const fates = ['thriving', 'one hero', 'siloed', 'fading', 'just starting'] as const
export type Fate = (typeof fates)[number]

const firstDay = season.last - 600
const places = 4

/**
 * A community that lives as its fate has it, for some 600 days up to the end of the season. In a thriving one people
 * reach out once in two or three weeks, some of them several times as often, to anybody; they are mostly answered, meet
 * in small groups every fortnight, and some join all the time. Each of the others differs from that in one thing:
 *
 * - one hero: every contact has the same person on one side, and begins with them far more often than with any other;
 * - siloed: people turn to those of their own location;
 * - fading: in the last season contacts ebb away, and meetings stop;
 * - just starting: nothing happened until five weeks ago, and some have begun.
 */
export function simulate(fate: Fate, size: number, seed: number): CommunityRecords {
  const random = new Random(seed)
  const people = Array.from({ length: size }, (_, person) => ({
    location: (person % places) + 1,
    department: random.below(places) + 1,
    joined: joinedOn(fate, person, size, random),
    eagerness: Math.min(6, 0.6 * (1 - random.next()) ** -0.5),
    // The hero coordinates it, as whoever has founded one mostly does.
    ...(person === 0 ? { coordinates: true as const } : {}),
  }))
  const contacts: Contact[] = []
  for (let day = firstDay; day <= season.last; day++) {
    const present = people.flatMap(({ joined }, person) => (joined <= day ? [person] : []))
    if (present.length < 2) continue
    const vigour = vigourOn(fate, day)
    for (const person of present) {
      if (random.chance(0.05 * vigour * (people[person]?.eagerness ?? 1))) reachOut(person, present, day)
    }
    // The hero keeps it going: as often as all the others together.
    if (fate === 'one hero') {
      for (let time = 0; time < present.length; time++) if (random.chance(0.05)) reachOut(0, present, day)
    }
    if ((season.last - day) % 14 === 3 && vigour > 0.5) gather(present, day)
  }
  return recordsOf(people, contacts, knowledge())

  /**
   * Something is written down every fortnight, of which the others use what they hear of; what the hero writes alone is
   * used as well, and where things fade or have just begun it lies there.
   */
  function knowledge(): { pieces: Piece[]; used: Use[] } {
    const [pieces, used]: [Piece[], Use[]] = [[], []]
    for (let day = firstDay + 300; day <= season.last; day += 14) {
      const present = people.flatMap(({ joined }, person) => (joined <= day ? [person] : []))
      if (present.length < 2 || (fate === 'fading' && vigourOn(fate, day) < 0.5)) continue
      const author = fate === 'one hero' ? 0 : random.pick(present)
      const piece = pieces.push({ authors: [author], made: day, endorsed: day + 20 }) - 1
      for (let on = day + 1; on <= season.last; on++) {
        const user = random.pick(present)
        if (user !== author && random.chance(0.02 * vigourOn(fate, on)))
          used.push({
            piece,
            person: user,
            day: on,
            ...(random.chance(0.4) ? { told: true, applied: true } : {}),
          })
      }
    }
    return { pieces, used }
  }

  function reachOut(person: number, present: readonly number[], day: number): void {
    const other = partnerOf(person, present)
    contacts.push({ from: person, to: other, day })
    if (!random.chance(0.6)) return
    contacts.push({ from: other, to: person, day: Math.min(season.last, day + 1 + random.below(3)) })
  }

  function partnerOf(person: number, present: readonly number[]): number {
    if (fate === 'one hero' && person !== 0) return 0
    const atHome = fate === 'siloed' && random.chance(0.97)
    // Drawn again until it fits; in a place of one's own there may be nobody else.
    for (let tries = 0; ; tries++) {
      const other = random.pick(present)
      const near = people[other]?.location === people[person]?.location
      if (other !== person && (near || !atHome || tries > 100)) return other
    }
  }

  /** Some groups of three; the hero is in all of them. */
  function gather(present: readonly number[], day: number): void {
    for (let group = 0; group < present.length / 9; group++) {
      const first = random.pick(present)
      const [second, third] = [partnerOf(first, present), partnerOf(first, present)]
      const met = { day, met: true, gathering: true }
      contacts.push({ from: first, to: second, ...met })
      if (third === second) continue
      contacts.push({ from: first, to: third, ...met })
      if (fate !== 'one hero') contacts.push({ from: second, to: third, ...met })
    }
  }
}

function joinedOn(fate: Fate, person: number, size: number, random: Random): number {
  if (fate === 'just starting') return season.last - 35 + random.below(30)
  // Two thirds were there from the beginning, the others come at any time.
  return person < (2 * size) / 3 ? firstDay : firstDay + random.below(season.last - firstDay)
}

/** How much happens on a day, 1 being the usual. */
function vigourOn(fate: Fate, day: number): number {
  if (fate === 'just starting') return 0.4
  if (fate !== 'fading' || day < season.first - 20) return 1
  return Math.max(0.03, 1 - (day - season.first + 20) / 40)
}
