import { importsOf, targetOf, withoutExtension } from './imports'
import { type Kind, kinds } from './packages'
import { codeOf, type Files } from './project'

/** A part of the code, by where its files are, and what they may import. */
interface Layer {
  name: string
  /** Of a path without extension. The first layer that fits is the one. */
  files: RegExp
  /** Layers it may import; itself always, `*` for all. */
  from: string[]
  /** Layers of which it may only import types. */
  typesFrom?: string[]
  node?: true
  /** Kinds of packages, or single packages by name. */
  packages?: (Kind | string)[]
  /** Packages of which it may only import types. */
  typesOf?: string[]
}

const rules = ['shared/domain', 'shared/contract', 'shared']
const ui: Kind[] = ['dom', 'pure']
const database = ['database/engine', 'database/features', 'database/migrations']
const formats = ['main/importing', 'main/exporting', 'main/sample']

/** Who may import whom. Written over folders, so that a new feature is covered on the day it is made. */
const layers: Layer[] = [
  { name: 'shared/domain', files: /^src\/shared\/domain(\/|$)/, from: [] },
  {
    name: 'shared/contract',
    files: /^src\/shared\/contract(\/|$)/,
    from: ['shared/domain', 'shared'],
    packages: ['zod'],
  },
  { name: 'shared', files: /^src\/shared\//, from: [], typesFrom: ['shared/domain', 'shared/contract'] },

  { name: 'preload', files: /^src\/preload\//, from: [], typesFrom: rules, packages: ['electron'] },

  {
    name: 'database/engine',
    files: /^src\/main\/database\/engine(\/|$)/,
    from: rules,
    node: true,
    packages: ['better-sqlite3-multiple-ciphers'],
  },
  {
    name: 'database/migrations',
    files: /^src\/main\/database\/migrations(\/|$)/,
    from: [...rules, 'database/engine'],
    packages: ['better-sqlite3-multiple-ciphers'],
  },
  {
    // queries/ and the folders that help them: SQL by feature, as functions of a connection and an input.
    name: 'database/features',
    files: /^src\/main\/database\/[a-z]\w*\/|^src\/main\/database\/(queries|derived)$/,
    from: [...rules, 'database/engine', 'database/migrations', ...formats],
    typesFrom: ['database'],
    node: true,
    packages: ['pure'],
    typesOf: ['better-sqlite3-multiple-ciphers'],
  },
  {
    // The worker and its client: they join engine and features. No Electron, so that tests run them as they are.
    name: 'database',
    files: /^src\/main\/database\//,
    from: [...rules, ...database],
    node: true,
    packages: ['node', 'pure'],
  },
  {
    name: 'main/importing',
    files: /^src\/main\/importing(\/|$)/,
    from: rules,
    node: true,
    packages: ['node', 'pure'],
  },
  {
    name: 'main/exporting',
    files: /^src\/main\/exporting(\/|$)/,
    from: [...rules, 'resources'],
    node: true,
    packages: ['node', 'pure'],
  },
  { name: 'main/sample', files: /^src\/main\/sample(\/|$)/, from: rules, node: true },
  {
    name: 'main/router',
    files: /^src\/main\/ipc\/router$/,
    from: rules,
    node: true,
    packages: ['pure'],
  },
  {
    name: 'main/trust',
    files: /^src\/main\/security\/trust$/,
    from: rules,
    node: true,
  },
  {
    // Which file is open, and what is done to it as a whole: main and the command line both ask.
    name: 'main/files',
    files: /^src\/main\/(programFiles$|encryptFile$|restoreBackup$|recoverFile$|files\/)/,
    from: [...rules, 'database'],
    node: true,
  },
  {
    // The same operations without a window: it runs on plain Node, all but its printing.
    name: 'main/cli',
    files: /^src\/main\/cli(?!\/printMode$)(\/|$)/,
    from: [...rules, ...database, 'database', ...formats, 'main/router', 'main/files', 'manifest'],
    node: true,
    packages: ['node', 'pure'],
  },
  {
    name: 'main',
    files: /^src\/main\//,
    from: [
      ...rules,
      ...formats,
      'database',
      'main/router',
      'main/trust',
      'main/files',
      'main/cli',
      'manifest',
    ],
    node: true,
    packages: ['electron', 'node', 'pure'],
  },

  {
    name: 'renderer/components',
    files: /^src\/renderer\/components(\/|$)/,
    from: ['shared/domain'],
    typesFrom: rules,
    packages: ui,
  },
  {
    // One layer a feature: see `layerOf`.
    name: 'renderer/features',
    files: /^src\/renderer\/features\//,
    from: ['shared/domain', 'shared', 'renderer/components', 'renderer/app'],
    typesFrom: rules,
    packages: ui,
  },
  {
    name: 'renderer/app',
    files: /^src\/renderer\//,
    // records.ts reads from the contract which tables a read depends on.
    from: [...rules, 'renderer/components', 'renderer/features', 'resources'],
    packages: ui,
  },

  { name: 'manifest', files: /^package\.json$/, from: [] },
  { name: 'resources', files: /^resources\//, from: [] },

  {
    name: 'scripts',
    files: /^scripts\/|^[\w-]+\.config$/,
    from: [],
    node: true,
    packages: ['tool', '@playwright/test', 'vitest', 'electron', 'yauzl'],
  },
  {
    name: 'test',
    files: /^test\//,
    from: ['*'],
    node: true,
    packages: ['electron', 'node', 'dom', 'pure', 'tool', 'test'],
  },
]

/** The imports that break the table, one sentence each. */
export function brokenLayers(files: Files): string[] {
  return [...codeOf(files)].flatMap(([path, source]) => {
    const layer = layerOf(path)
    if (!layer) return [`${path} belongs to no layer: give its folder one.`]
    return importsOf(path, source).flatMap(({ specifier, typeOnly, line }) => {
      const problem = problemOf(layer, path, specifier, typeOnly)
      return problem === null ? [] : [`${path}:${line} ${problem}`]
    })
  })
}

function problemOf(layer: Layer, path: string, specifier: string, typeOnly: boolean): string | null {
  const target = targetOf(path, specifier)
  if (target.kind === 'node') return layer.node ? null : `${layer.name} may not import Node (${specifier})`
  if (target.kind === 'package') {
    const kind = kinds[target.name]
    if (!kind) return `${target.name} is not classified in test/structure/support/packages.ts`
    const allowed = layer.packages?.some((name) => name === kind || name === target.name)
    const asType = typeOnly && layer.typesOf?.includes(target.name)
    return allowed || asType ? null : `${layer.name} may not import ${target.name} (${kind})`
  }
  const other = layerOf(target.path)
  if (!other) return `${specifier} belongs to no layer`
  if (other === layer) return siblingFeature(path, target.path)
  if (layer.from.includes('*') || layer.from.includes(other.name)) return null
  if (layer.typesFrom?.includes(other.name)) {
    return typeOnly ? null : `${layer.name} may import only types of ${other.name} (${specifier})`
  }
  return `${layer.name} may not import ${other.name} (${specifier})`
}

/** Features of the window know nothing of each other; what two of them need belongs to components or app. */
function siblingFeature(path: string, target: string): string | null {
  const feature = /^src\/renderer\/features\/([^/]+)/
  const [own, other] = [path.match(feature)?.[1], target.match(feature)?.[1]]
  return own === other ? null : `feature ${own} may not import feature ${other}`
}

function layerOf(path: string): Layer | undefined {
  return layers.find(({ files }) => files.test(withoutExtension(path)))
}
