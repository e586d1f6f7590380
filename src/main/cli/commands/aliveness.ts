import type { OutputOf } from '@shared/contract'
import { type PartKey, partDescriptions } from '@shared/domain/aliveness/parts'
import { atStage } from '@shared/domain/aliveness/stages'
import { localDate } from '@shared/domain/calendar'
import type { Command } from 'commander'
import { communityCalled } from '../communityCalled'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { table } from '../table'

interface Options {
  file: string
  community?: string
  from?: string
  to?: string
  loggedOnly?: true
  number?: true
  json?: true
}

type Aliveness = OutputOf<'aliveness.get'>
type Part = Aliveness['parts'][number]
type Numbered = OutputOf<'aliveness.number'>

/** `aliveness`: the parts of a community's health. */
export function addAlivenessCommand(program: Command, context: Context): void {
  program
    .command('aliveness')
    .description('read the parts of a community’s aliveness, each with its formula')
    .addOption(programFileOption())
    .option('--community <name>', 'of this community; of the whole program where it is left out')
    .option('--from <date>', 'the first day; 90 days where it is left out', calendarDate)
    .option('--to <date>', 'the last day; the last one with a contact where it is left out', calendarDate)
    .option('--logged-only', 'leave out contacts that were imported')
    .option('--number', 'add the parts up to a single number, with its range')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nA proposal whose every part can be checked, not a validated scale. A community is to be compared with its\n' +
        'own past, never with another one.\n' +
        'JSON: { community, span, before, parts: [{ key, letter, name, value, numerator, denominator, missing, formula,\n' +
        '  source, minimum, misleads, atThisStage, inputs, also, before, change }], number, beside, inputs, imports }',
    )
    .action((options: Options) => aliveness(context, options))
}

async function aliveness(context: Context, options: Options): Promise<void> {
  const { file, community, from = null, to = null, loggedOnly = false, json } = options
  const { found, numbered } = await withFile(context, file, 'read', async (ask) => {
    const communityId = community === undefined ? null : await communityCalled(ask, community)
    const input = { from, to, today: localDate(new Date()), communityId, loggedOnly }
    return {
      found: await ask('aliveness.get', input),
      numbered: options.number ? await ask('aliveness.number', input) : null,
    }
  })
  if (json) await context.terminal.printJson(shaped(found, numbered))
  else await context.terminal.print(text(found, numbered, context.terminal.width))
}

function shaped(found: Aliveness, numbered: Numbered | null) {
  const { parts, ...rest } = found
  return {
    ...rest,
    parts: parts.map(({ key, ...reading }) => ({
      key,
      ...described(found, key),
      ...reading,
    })),
    ...(numbered && {
      number: numbered.number,
      coverage: { parts: numbered.parts, of: numbered.of },
      comparison: numbered.comparison,
    }),
  }
}

function described({ community }: Aliveness, key: PartKey) {
  const { numerator, denominator, ...description } = partDescriptions[key]
  return {
    ...description,
    numeratorIs: numerator,
    denominatorIs: denominator,
    atThisStage: community && atStage(key, community.stage),
  }
}

function text(found: Aliveness, numbered: Numbered | null, width: number | null): string {
  const { community, span, before, inputs } = found
  const who = community === null ? 'The whole program' : `${community.name} (${community.stage})`
  const imported =
    inputs.imported > 0 ? `, some of which were imported: ${inputs.imported.toLocaleString('en')}` : ''
  return [
    `${who}, ${span.from} to ${span.to}; before: ${before.from} to ${before.to}`,
    `${inputs.members.toLocaleString('en')} members; ${inputs.contacts.toLocaleString('en')} contacts between ` +
      `${inputs.people.toLocaleString('en')} people, ${inputs.contactsBefore.toLocaleString('en')} contacts before${imported}`,
    ...(numbered === null ? [] : [numberText(numbered)]),
    '',
    summary(found, width),
    ...found.parts.map((part) => block(found, part)),
  ].join('\n')
}

function summary({ parts }: Aliveness, width: number | null): string {
  return table(
    ['', 'part', 'now', 'before', 'numerator', 'denominator', ''],
    parts.map(({ key, value, numerator, denominator, missing, before }) => [
      partDescriptions[key].letter,
      partDescriptions[key].name,
      decimals(value),
      decimals(before.value),
      figure(numerator),
      figure(denominator),
      missing ?? ' ',
    ]),
    width,
  )
}

function block(found: Aliveness, { key, also, inputs }: Part): string {
  const { name, formula, source, misleads, atThisStage, numeratorIs, denominatorIs } = described(found, key)
  const sides = also.map((side) => `${side.name}: ${decimals(side.value) ?? 'not enough to tell'}`)
  const others = Object.entries(inputs).map(([what, count]) => `${spaced(what)} ${figure(count)}`)
  return [
    `${name}: ${formula}`,
    `  Numerator: ${numeratorIs}. Denominator: ${denominatorIs}.`,
    ...(sides.length > 0 ? [`  Also ${sides.join('; ')}.`] : []),
    ...(others.length > 0 ? [`  From: ${others.join(', ')}.`] : []),
    ...(atThisStage === null ? [] : [`  At this stage: ${atThisStage}`]),
    `  Misleads: ${misleads}`,
    `  Source: ${source}.`,
    '',
  ].join('\n')
}

function numberText({ number, parts, of, comparison }: Numbered): string {
  if (number === null) return `No single number: only ${parts.length} of ${of} parts have a value.`
  const ranged = ({ value, low, high }: NonNullable<Numbered['number']>) =>
    `${value.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`
  const own = `As a single number ${ranged(number)} of 100, from ${parts.length} of ${of} parts`
  if (comparison === null) return `${own}; there is too little to compare it with.`
  const { before, change, now } = comparison
  const both =
    comparison.parts.length < parts.length
      ? `; by the ${comparison.parts.length} parts that both have ${ranged(now)}`
      : ''
  return `${own}${both}, before ${ranged(before)}: ${change}.`
}

function decimals(value: number | null): string | null {
  return value === null ? null : value.toFixed(2)
}

function figure(value: number | null): string | null {
  return value === null ? null : value.toLocaleString('en', { maximumFractionDigits: 1 })
}

/** `pairsInAll` as words. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
