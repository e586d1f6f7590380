import { resolve } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import type { MatchingProposal } from '@shared/contract/matchingProposal'
import { type Objective, objectives } from '@shared/domain/matching/assignment/solve'
import { type CriterionName, criterionNames } from '@shared/domain/matching/criteria/names'
import { usualSettings } from '@shared/domain/matching/input'
import { AppError } from '@shared/errors'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from '../context'
import { keepRun, keptRun } from '../keptRun'
import { amongPeers } from '../matchPeers'
import { matchText } from '../matchText'
import { type Ask, withFile } from '../openFile'
import { jsonOption, positiveNumber, programFileOption } from '../options'
import { programCalled } from '../programCalled'

interface Options {
  file: string
  program?: string
  objective?: Objective
  weights?: Partial<Record<CriterionName, number>>
  limit?: number
  explain?: true
  keep?: string
  replay?: string
  json?: true
}

type Explain = InputOf<'matching.propose'>['explain']

/** What is told: a proposal for a program of the file, or a kept run solved again. */
type Proposed = Pick<OutputOf<'matching.propose'>, 'proposal' | 'peers'> &
  Partial<OutputOf<'matching.propose'>>

/** `match`: who should be with whom in a program, and why. */
export function addMatchCommand(program: Command, context: Context): void {
  program
    .command('match')
    .description(
      'propose the best pairs of mentors and mentees, or of peers, for a program, with reasons; nothing is written',
    )
    .addOption(programFileOption())
    .option('--program <name>', 'the program, by its name, the beginning of its name, or #id')
    .addOption(
      new Option(
        '--objective <aim>',
        'what comes after serving the most people: the greatest sum of fits, or the strongest weakest pair; as saved for the program unless told',
      ).choices(objectives),
    )
    .option(
      '--weights <criterion=n,…>',
      'other weights than those of the program; 0 leaves a criterion out',
      weights,
    )
    .option('--limit <n>', 'show at most so many pairs, the best ones', positiveNumber)
    .option('--explain', 'tell of each pair who else there might have been, and what that would cost')
    .option('--keep <json>', 'write what the proposal depends on to a file, to solve it again later')
    .option('--replay <json>', 'solve such a file again; the program and the weights are those in it')
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((options: Options) => match(context, options))
}

const help = `
As many mentees as can be get a mentor; then the sum of the fits is as great as can be, the weakest pair as strong, and
the load as even. Who may not be a pair, such as a former match, is never one. The same file gives the same proposal.
Of a program in which people are enrolled those who are ready are matched, else the active members of the directory.
Usual weights: ${criterionNames.map((name) => `${name}=${usualSettings.weights[name]}`).join(', ')}.
JSON: { program, run: { engine, hash }, outcome: { mentees, served, total, weakest, blocking },
  criteria: [{ name, weight }], unknown, pairs: [{ mentee, mentor, how, fit, known,
  criteria: [{ name, value, share, points, words }], rankForMentee, rankForMentor, forMentee, forMentor }],
  withoutMentor and withoutMentee: [{ id, name, words, rules, best }], refused, setAside: [{ id, name, side, words }],
  notActive, enrolled, askAlike }
  Program, mentee and mentor are { id, name }. Fits are 0 to 1, the points of a pair's criteria add up to its fit, what is
  unknown is null, and known is the part of the weights that is known of a pair. With --explain forMentee and forMentor are
  { best: { id, name, fit, cost: { served, total }, words }, forbidden: { id, name, fit, rules, words } }; without it they
  are null, and so is the best of those who are left over. In a program of peers any two may be a pair: its pairs have one,
  other, rankForOne, rankForOther, forOne and forOther, its outcome people, and who is left over is in withoutPartner. A kept run has no program, setAside, notActive, enrolled and
  askAlike, which is how many ask for a partner like themselves; where nobody does, nobody is compared by it.`

async function match(context: Context, options: Options): Promise<void> {
  const { terminal } = context
  const { limit, explain = false, keep, json } = options
  if (keep !== undefined && resolve(keep) === resolve(options.file)) {
    throw new AppError('invalid-input', 'What is kept needs a file of its own. Choose another name.')
  }
  const proposed = await withFile(context, options.file, 'read', async (ask) => {
    const solve = await solver(ask, options)
    // Explaining takes longest, so only what is shown is explained.
    const whole = await solve(explain && limit === undefined ? 'all' : [])
    return explain && limit !== undefined ? await solve(shownPeople(whole.proposal, limit)) : whole
  })
  const { proposal, ...around } = proposed
  const shown = { ...proposal, pairs: proposal.pairs.slice(0, limit) }
  if (json) await terminal.printJson({ ...around, ...(around.peers ? amongPeers(shown) : shown) })
  else await terminal.print(matchText({ ...around, proposal: shown }, terminal.width))
  const more = proposal.pairs.length - shown.pairs.length
  if (more > 0) terminal.say(`${more.toLocaleString('en')} more pairs are not shown; --limit shows more.`)
}

async function solver(ask: Ask, options: Options): Promise<(explain: Explain) => Promise<Proposed>> {
  if (options.replay !== undefined) {
    const run = await keptRun(resolve(options.replay))
    const peers = run.input?.peers !== undefined
    return async (explain) => ({ proposal: await ask('matching.replay', { run, explain }), peers })
  }
  if (options.program === undefined) {
    throw new AppError('invalid-input', 'Name a program with --program, or a kept run with --replay.')
  }
  const { id: programId } = await programCalled(ask, options.program)
  const { settings } = await ask('matching.settings', { programId })
  const request = {
    programId,
    settings: {
      ...settings,
      objective: options.objective ?? settings.objective,
      weights: { ...settings.weights, ...options.weights },
    },
    apart: [],
    must: [],
    locked: [],
  }
  if (options.keep !== undefined) await keepRun(resolve(options.keep), await ask('matching.run', request))
  return (explain) => ask('matching.propose', { ...request, explain })
}

function shownPeople(proposal: MatchingProposal, limit: number): number[] {
  const { pairs, withoutMentor, withoutMentee } = proposal
  return [
    ...pairs.slice(0, limit).map(({ mentee }) => mentee.id),
    ...[...withoutMentor, ...withoutMentee].map(({ id }) => id),
  ]
}

function weights(text: string): Partial<Record<CriterionName, number>> {
  const given = text.split(',').map((part): [CriterionName, number] => {
    const [, word = '', figure = ''] = /^\s*(\w+)\s*=\s*(\d{1,3}(?:\.\d+)?)\s*$/.exec(part) ?? []
    const name = criterionNames.find((known) => known.toLowerCase() === word.toLowerCase())
    if (name === undefined) {
      throw new InvalidArgumentError(
        `Give criteria with numbers, such as skills=40,location=0; there are ${criterionNames.join(', ')}.`,
      )
    }
    return [name, Number(figure)]
  })
  return Object.fromEntries(given)
}
