import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A graph as the tests write it down. */
export interface Graph {
  people: number
  contacts: (readonly [from: number, to: number, directed: 0 | 1])[]
}

/** What networkx says of a graph; of people in their order, null where it says nothing. */
export interface Reference {
  degree: number[]
  in: number[]
  out: number[]
  betweenness: number[]
  constraint: (number | null)[]
  effectiveSize: (number | null)[]
  density: number | null
  reciprocity: number | null
  components: number[][]
  isolates: number
}

const script = join(import.meta.dirname, 'measures.py')

/** A Python that has networkx, such as Debian's with python3-networkx; null where there is none. */
const python =
  ['python3', '/usr/bin/python3', 'python']
    .filter((name) => !name.startsWith('/') || existsSync(name))
    .find((name) => spawnSync(name, [script, '--version']).status === 0) ?? null

export const networkx = python !== null
if (!networkx) {
  process.stdout.write('networkx (python3-networkx) is not here: only values kept from it are compared.\n')
}

/** Asks networkx about all graphs in one process. */
export function askNetworkx(graphs: readonly Graph[]): Reference[] {
  return ask<Reference>(graphs, [])
}

/** How good the parts of each graph are, and those that networkx finds by the method of Louvain; null without ties. */
export function askModularity(
  graphs: readonly (Graph & { parts: number[][] })[],
): { modularity: number | null; louvain: number | null }[] {
  return ask(graphs, ['--modularity'])
}

function ask<Answer>(graphs: readonly Graph[], words: readonly string[]): Answer[] {
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', [script, ...words], {
    input: graphs.map((graph) => `${JSON.stringify(graph)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`networkx did not answer: ${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
}
