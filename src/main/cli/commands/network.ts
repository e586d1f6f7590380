import type { OutputOf } from '@shared/contract'
import type { Command } from 'commander'
import { communityCalled } from '../communityCalled'
import type { Context } from '../context'
import { withFile } from '../openFile'
import { calendarDate, jsonOption, programFileOption } from '../options'
import { type Cell, table } from '../table'

interface Options {
  file: string
  community?: string
  from?: string
  to?: string
  undirected?: true
  json?: true
}

type Measures = OutputOf<'network.measures'>

/** What the figures are, for whoever reads the JSON. */
const definitions = {
  people: 'The members of the community, or all active members, and whoever was in contact with them.',
  tie: 'Two people with any contact between them, whatever its direction and however often.',
  arc: 'One who reached out and one who was reached. Where two met and nobody knows who began, there is none.',
  degree: 'People with whom somebody has a tie: the degree in the undirected graph.',
  in: 'People who reached out to them; of known direction.',
  out: 'People to whom they reached out; of known direction.',
  density:
    'Arcs, and both ways of two who met, by n (n − 1): networkx density of the directed graph; with --undirected of the undirected one.',
  reciprocity: 'networkx overall_reciprocity of the arcs.',
  betweenness:
    'networkx betweenness_centrality, normalised, along the arcs and both ways between two who met; with --undirected along ties.',
  component: 'Connected whichever way contacts went: weakly connected components. 1 is the largest.',
  gini: 'Of contacts per person, of those who had any: G* = G · n / (n − 1); uncorrected G.',
  ei: 'E-I = (external − internal) / (external + internal) of ties, and its value by chance from the sizes of the groups; ties with an unknown group count as neither.',
  constraint: 'networkx constraint of the undirected graph, without weights.',
  effectiveSize: 'networkx effective_size of the undirected graph, without weights.',
  broker: 'Among the tenth with the highest betweenness, with contacts in two departments or more.',
} as const

/** `network`: who is in contact with whom, measured. */
export function addNetworkCommand(program: Command, context: Context): void {
  program
    .command('network')
    .description('measure the network of contacts, of everybody and as a whole')
    .addOption(programFileOption())
    .option('--community <name>', 'of this community; of the whole program where it is left out')
    .option('--from <date>', 'the first day', calendarDate)
    .option('--to <date>', 'the last day', calendarDate)
    .option('--undirected', 'take every contact as a meeting, whoever reached out')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nJSON: { community, undirected, overall: { from, to, nodes, ties, arcs, contacts, density, reciprocity,\n' +
        '  components, isolates, reach, gini, ei: { location, department } }, people: [{ id, name, degree, in, out,\n' +
        '  betweenness, component, … }], location and department: { groups, ties, contacts, expected, neverMeet },\n' +
        '  months, definitions }',
    )
    .action((options: Options) => network(context, options))
}

async function network(context: Context, options: Options): Promise<void> {
  const { file, community, from = null, to = null, undirected = false, json } = options
  const measures = await withFile(context, file, 'read', async (ask) => {
    const communityId = community === undefined ? null : await communityCalled(ask, community)
    return ask('network.measures', { from, to, communityId, undirected })
  })
  const { terminal } = context
  if (json) {
    await terminal.printJson({ community: community ?? null, undirected, ...shaped(measures), definitions })
    return
  }
  await terminal.print(`${overallTable(measures, terminal.width)}\n`)
  await terminal.print(`${crossingTable(measures, terminal.width)}\n`)
  if (measures.people.length === 0) terminal.say('Nobody is there to be in contact.')
  else await terminal.print(peopleTable(measures, terminal.width))
}

function shaped({ overall, location, department, people, months }: Measures) {
  const ei = ({ index, chance, external, internal, unknown }: Measures['location']) => ({
    index,
    chance,
    external,
    internal,
    unknown,
  })
  const inShort = ({ groups, leftOut, ties, contacts, expected, neverMeet }: Measures['location']) => ({
    groups,
    leftOut,
    ties,
    contacts,
    expected,
    neverMeet,
  })
  const { people: nodes, reached: arcs, ...rest } = overall
  return {
    overall: { nodes, arcs, ...rest, ei: { location: ei(location), department: ei(department) } },
    people: people.map(({ id, name, ...figures }) => ({ id, name, ...figures })),
    location: inShort(location),
    department: inShort(department),
    months,
  }
}

function overallTable({ overall }: Measures, width: number | null): string {
  const rows: Cell[][] = [
    ['period', overall.from === null ? null : `${overall.from} to ${overall.to}`],
    ['people', overall.people],
    ['contacts', overall.contacts],
    ['ties', overall.ties],
    ['  of which nobody knows who reached out', overall.unknownDirection],
    ['density', decimals(overall.density)],
    ['reciprocity', decimals(overall.reciprocity)],
    ['components', overall.components],
    ['share of people in the largest', decimals(overall.reach)],
    ['people without any contact', overall.isolates],
    ['Gini of contacts per person', decimals(overall.gini)],
  ]
  return table(
    ['network', ''],
    rows.map(([name, value]) => [name ?? null, asText(value ?? null)]),
    width,
  )
}

function crossingTable({ location, department }: Measures, width: number | null): string {
  const row = (
    name: string,
    { index, chance, external, internal, unknown, neverMeet }: Measures['location'],
  ) => [name, external, internal, unknown, decimals(index), decimals(chance), neverMeet.length]
  return table(
    ['ties by', 'across', 'within', 'unknown', 'E-I', 'by chance', 'pairs that never meet'],
    [row('location', location), row('department', department)],
    width,
  )
}

function peopleTable({ people }: Measures, width: number | null): string {
  return table(
    ['id', 'name', 'degree', 'in', 'out', 'betweenness', 'component', ''],
    people.map((one) => [
      one.id,
      one.name,
      one.degree,
      one.in,
      one.out,
      decimals(one.betweenness),
      one.component,
      one.broker ? 'broker' : ' ',
    ]),
    width,
  )
}

function decimals(value: number | null): string | null {
  return value === null ? null : value.toFixed(4)
}

function asText(cell: Cell): string | null {
  return typeof cell === 'number' ? cell.toLocaleString('en') : cell
}
