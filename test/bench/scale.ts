import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { migrations } from '@main/database/migrations'
import { saveAgainstInsert } from './bareInsert'
import { type Sizes, sampleFile, workerPath } from './fixtures'
import { importCost } from './importCost'
import { type Bench, type Context, inTurn, quantile, type Row, timed } from './measure'
import { activityQuestions } from './questions/activity'
import { everythingQuestions } from './questions/everything'
import { memberQuestions } from './questions/members'
import { askedOn, type Question } from './questions/question'
import { sessionQuestions } from './questions/sessions'
import { type Save, savedMember, savedSession, saves } from './scaleSaves'

/**
 * All that the window asks, of a program and of one a hundred times as large. Every answer is given just after
 * something was written, when nothing that was computed before may be taken for true unseen.
 */
export const scale: Bench = {
  name: 'scale',
  title: 'Pages, searches, charts and saves, against a hundredth of the records',
  takesLong: true,
  run: measure,
}

/** An answer within so many milliseconds is there at once. */
const atOnce = 100
/** What comes within one picture of a screen that shows sixty a second, nobody can tell from what comes sooner. */
const onePicture = 16

const most = 3

interface Side {
  client: DatabaseClient
  questions: Question[]
  saves: Save[]
  /** From opening the file to the first chart. */
  firstChart: number
}

async function measure(context: Context): Promise<Row[]> {
  const sizes = sizesOf(context)
  const large = await opened(sizes, context, 'large')
  const small = await opened(hundredth(sizes), context, 'small')
  const rounds = context.quick ? 2 : 21
  try {
    const rows = [row('chart, the first after opening', [large.firstChart], [small.firstChart])]
    for (const [index, question] of large.questions.entries()) {
      const same = small.questions[index]
      if (same?.name !== question.name) throw new Error(`Nobody asks the small file for ${question.name}.`)
      rows.push(...(await asked(large, small, question, same, rounds)))
    }
    for (const [index, save] of large.saves.entries()) {
      const same = small.saves[index]
      if (!same) throw new Error(`Nobody saves ${save.name} in the small file.`)
      const times = await inTurnOf(rounds * 5, (round) => ({
        large: () => save.run(large.client, round),
        small: () => same.run(small.client, round),
      }))
      rows.push(row(save.name, times.large, times.small))
    }
    const made = await sampleFile(sizes, askedOn)
    const against = await saveAgainstInsert(made, context.folder, context.quick ? 10 : 400)
    return [...rows, ...against, ...(await importCost(context))]
  } finally {
    await large.client.close()
    await small.client.close()
  }
}

function sizesOf({ quick, large }: Context): Sizes {
  if (quick) return { members: 2000, sessions: 5000, interactions: 20_000 }
  if (large) return { members: 100_000, sessions: 1_000_000, interactions: 4_000_000 }
  return { members: 20_000, sessions: 200_000, interactions: 800_000 }
}

/** Of members there are a few more, where a hundredth would be no organisation. */
function hundredth({ members, sessions, interactions }: Sizes): Sizes {
  return { members: Math.max(members / 100, 60), sessions: sessions / 100, interactions: interactions / 100 }
}

async function opened(sizes: Sizes, { folder }: Context, name: string): Promise<Side> {
  const file = join(folder, `${name}.coppice`)
  copyFileSync(await sampleFile(sizes, askedOn), file)
  const newestVersion = migrations.at(-1)?.number ?? 0
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const questions = [
    ...memberQuestions(connection),
    ...sessionQuestions(connection),
    ...everythingQuestions(connection),
    ...activityQuestions,
  ]
  connection.close()
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  const firstChart = await timed(() => activityQuestions[0]?.ask(client, 0))
  // The reader is there a moment after it was first asked for.
  await sleep(1500)
  await client.ask('program.overview', {})
  return { client, questions, saves: saves(), firstChart }
}

/** One question of both files, round after round, and where it says so once more with nothing written meanwhile. */
async function asked(
  large: Side,
  small: Side,
  question: Question,
  same: Question,
  rounds: number,
): Promise<Row[]> {
  const again = { large: [] as number[], small: [] as number[] }
  const ask = async ({ client }: Side, { ask, repeated }: Question, round: number, repeats: number[]) => {
    await (round % 3 === 2 ? savedMember(client, round) : savedSession(client, round))
    const time = await timed(() => ask(client, round))
    if (repeated) repeats.push(await timed(() => ask(client, round)))
    return time
  }
  const times = await inTurnOf(rounds, (round) => ({
    large: () => ask(large, question, round, again.large),
    small: () => ask(small, same, round, again.small),
  }))
  const { name, repeated } = question
  return [
    row(name, times.large, times.small),
    ...(repeated ? [row(`${name}, repeated`, again.large, again.small)] : []),
  ]
}

async function inTurnOf(
  rounds: number,
  works: (round: number) => Record<'large' | 'small', () => Promise<number>>,
): Promise<Record<'large' | 'small', number[]>> {
  const times = { large: [] as number[], small: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const { large, small } = await inTurn(1, works(round))
    times.large.push(...large)
    times.small.push(...small)
  }
  return times
}

function row(name: string, large: number[], small: number[]): Row {
  return {
    name,
    unit: 'ms',
    typical: quantile(large, 0.5),
    measured: quantile(large, 0.95),
    reference: quantile(small, 0.95),
    bound: most,
    aim: atOnce,
    unnoticed: onePicture,
  }
}
