import { capital, type DocumentSection, section } from './documentSection'
import { cleanLine, cleanText } from './markdownText'
import type { ExportedRecord } from './memberRecord'
import { dayWords, listWords, plural } from './summaryWords'

/** The parts of a member's record that are about programs, and about who goes with whom. */

export function enrolmentSection({ enrolments }: ExportedRecord): DocumentSection {
  return section('Programs', {
    lines: enrolments.map(
      ({
        program,
        role,
        step,
        since,
        appliedOn,
        capacity,
        leftReason,
        style,
        wishes,
        traits,
        moves,
        checks,
      }) => ({
        text: `${capital(role)} in ${cleanLine(program)}: ${leftReason === null ? step : `left, ${cleanLine(leftReason)}`}`,
        detail: [
          `since ${dayWords(since)}`,
          appliedOn === null ? '' : `applied ${dayWords(appliedOn)}`,
          capacity === null ? '' : `${plural(capacity, 'mentee')} at most`,
          `went ${moves.map(moveWords).join(', ')}`,
          wishes.length === 0 ? '' : wishes.map(wishWords).join(', '),
          style.length === 0
            ? ''
            : style.map(({ question, answer }) => `${question}: ${answer} of 5`).join(', '),
          traits.length === 0 ? '' : `told for the matching: ${traits.map(traitWords).join(', ')}`,
          checks.length === 0 ? '' : `done: ${checks.map(({ text }) => cleanLine(text)).join(', ')}`,
        ]
          .filter((part) => part !== '')
          .join('; '),
      }),
    ),
    passages: enrolments.flatMap(({ program, goals, note }) => [
      ...(goals === null ? [] : [{ from: `Goals in ${cleanLine(program)}`, text: cleanText(goals) }]),
      ...(note === null
        ? []
        : [{ from: `The coordinator’s note, ${cleanLine(program)}`, text: cleanText(note) }]),
    ]),
  })
}

function wishWords({ kind, other }: ExportedRecord['enrolments'][number]['wishes'][number]): string {
  return `${kind === 'wish' ? 'wishes for' : 'does not want'} ${cleanLine(other.name)}`
}

function traitWords({ trait, value, asks }: ExportedRecord['enrolments'][number]['traits'][number]): string {
  return `${cleanLine(trait)} ${cleanLine(value)}${asks ? ' (asks for somebody alike)' : ''}`
}

export function pairingSection({ pairRules, proposals }: ExportedRecord): DocumentSection {
  return section('Who goes with whom', {
    lines: [
      ...pairRules.map(({ kind, other, reason }) => ({
        text: `${kind === 'apart' ? 'Kept apart from' : 'To be a pair with'} ${cleanLine(other.name)}`,
        detail: reason === null ? '' : cleanLine(reason),
      })),
      ...proposals.map(({ program, name, madeAt, others }) => ({
        text: `In the proposal “${cleanLine(name)}” for ${cleanLine(program)}`,
        detail: [
          dayWords(madeAt.slice(0, 10)),
          others.length === 0 ? 'with nobody' : `with ${listWords(others.map((one) => cleanLine(one.name)))}`,
        ].join(', '),
      })),
    ],
  })
}

function moveWords({ to, on, reason }: ExportedRecord['enrolments'][number]['moves'][number]): string {
  return `${to} ${dayWords(on)}${reason === null ? '' : ` (${cleanLine(reason)})`}`
}
