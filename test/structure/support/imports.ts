import { posix } from 'node:path'
import { parseSync, type StaticExportEntry } from 'oxc-parser'

/** One import, re-export, dynamic import or `import('…')` type of a file. */
export interface Import {
  specifier: string
  /** True when nothing of it is left after compiling. */
  typeOnly: boolean
  line: number
}

/** What an import leads to: a file of the project (without its extension), Node, or a package. */
export type Target = { kind: 'file'; path: string } | { kind: 'node' } | { kind: 'package'; name: string }

const aliases: [string, string][] = [
  ['@shared/', 'src/shared/'],
  ['@main/', 'src/main/'],
  ['@renderer/', 'src/renderer/'],
]

export function importsOf(path: string, source: string): Import[] {
  const { module, program } = parseSync(path, source)
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  const found: Import[] = []
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType)
    found.push({ specifier: moduleRequest.value, typeOnly, line: lineAt(start) })
  }
  for (const { moduleRequest, isType, start } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType, line: lineAt(start) })
  }
  for (const { type, source: asked } of nodesIn(program)) {
    if (type !== 'ImportExpression' && type !== 'TSImportType') continue
    const { value, start } = asked as { value?: unknown; start: number }
    if (typeof value === 'string') {
      found.push({ specifier: value, typeOnly: type === 'TSImportType', line: lineAt(start) })
    }
  }
  return found
}

/** Every node of a syntax tree, whatever its kind. */
function* nodesIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value) yield value as Record<string, unknown>
  for (const child of Object.values(value)) yield* nodesIn(child)
}

export function hasDefaultExport(path: string, source: string): boolean {
  const isDefault = ({ exportName: { kind, name } }: StaticExportEntry) =>
    kind === 'Default' || name === 'default'
  return parseSync(path, source).module.staticExports.some(({ entries }) => entries.some(isDefault))
}

export function targetOf(importer: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('node:')) return { kind: 'node' }
  const alias = aliases.find(([prefix]) => bare.startsWith(prefix))
  if (alias) return { kind: 'file', path: withoutExtension(bare.replace(alias[0], alias[1])) }
  if (bare.startsWith('.')) {
    return { kind: 'file', path: withoutExtension(posix.join(posix.dirname(importer), bare)) }
  }
  const parts = bare.split('/')
  return { kind: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') }
}

export function withoutExtension(path: string): string {
  return path.replace(/\.(tsx?|mjs)$/, '')
}
