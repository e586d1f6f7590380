import { partDescriptions } from '../../aliveness/parts'
import { section, table } from '../../report/parts'
import type { ReportSection } from '../../report/report'
import { fewerThanSmallest } from '../../report/smallGroups'
import { capital, countedWords, partWords } from '../../report/words'
import { listWords, periodWords } from '../../summaryWords'
import type { RedactionLevel } from '../../vocabulary'
import type { CommunityRecords, ReportedPart } from '../records'
import { toldParts } from '../smallParts'

/** Every part of aliveness that has a value, beside the community's own past. */
export function alivenessSection(
  { aliveness, before }: CommunityRecords,
  redaction: RedactionLevel,
): ReportSection {
  const parts = toldParts(aliveness.parts, redaction)
  const known = parts.filter(({ value }) => value !== null)
  const withheld = parts.filter((part) => part.withheld)
  const weak = aliveness.weak.filter((key) => known.some((part) => part.key === key))
  return section(
    'Aliveness',
    [
      `${capital(partWords(known.length, parts.length, 'part'))} of aliveness can be told. Each is a share of 100, and stands beside the time before, ${periodWords(before.from, before.to)}; a community is compared with nobody but itself.`,
      weak.length === 0
        ? ''
        : `Low for its stage, or lower than before: ${listWords(weak.map((key) => nameOf(key).toLowerCase()))}.`,
      withheld.length === 0
        ? ''
        : `Left out, as they would tell ${fewerThanSmallest} people apart: ${listWords(withheld.map(({ key }) => nameOf(key).toLowerCase()))}.`,
      aliveness.imported === 0
        ? ''
        : `${capital(countedWords(aliveness.imported, 'contact'))} of both times came in from files, which changes what is known, not what happened.`,
    ],
    known.length === 0
      ? []
      : [
          table('Parts of aliveness', {
            columns: [
              { title: 'Part', kind: 'text' },
              { title: 'Now', kind: 'count' },
              { title: 'Before', kind: 'count' },
              { title: 'Change', kind: 'change' },
              { title: 'Is the change clear?', kind: 'text' },
            ],
            rows: known.map((part) => [
              nameOf(part.key),
              ofHundred(part.value),
              ofHundred(part.before.value),
              part.change === null
                ? null
                : (ofHundred(part.value) ?? 0) - (ofHundred(part.before.value) ?? 0),
              verdictWords(part),
            ]),
            picture: 'bars',
          }),
        ],
  )
}

export function nameOf(key: ReportedPart['key']): string {
  return partDescriptions[key].name
}

export function ofHundred(value: number | null): number | null {
  return value === null ? null : Math.round(100 * value)
}

function verdictWords({ verdict }: ReportedPart): string | null {
  if (verdict === null) return null
  return verdict === 'no clear change' ? 'no' : `clearly ${verdict}`
}
