import { importsOf, targetOf } from './imports'
import { kinds } from './packages'
import { codeOf, type Files } from './project'

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

/** Dependencies without a place in the table or without one exact version, and places without a dependency. */
export function brokenManifest(files: Files, table: Record<string, string> = kinds): string[] {
  const { dependencies, devDependencies } = manifestIn(files)
  const all = Object.entries({ ...dependencies, ...devDependencies })
  return [
    ...all.filter(([name]) => !(name in table)).map(([name]) => `${name} is not classified`),
    ...all
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name}: ${version} is not one version`),
    ...Object.keys(table)
      .filter((name) => !all.some(([known]) => known === name))
      .map((name) => `${name} is classified but no dependency`),
  ]
}

/** Packages that the packaged app would miss: the main process loads them, and only `dependencies` are packed. */
export function brokenPacking(files: Files): string[] {
  const packed = Object.keys(manifestIn(files).dependencies ?? {})
  return [...codeOf(files)]
    .filter(([path]) => path.startsWith('src/main/') || path.startsWith('src/preload/'))
    .flatMap(([path, source]) =>
      importsOf(path, source).flatMap(({ specifier, typeOnly }) => {
        const target = targetOf(path, specifier)
        if (typeOnly || target.kind !== 'package' || target.name === 'electron') return []
        return packed.includes(target.name)
          ? []
          : [`${target.name} is imported by ${path} but is no production dependency`]
      }),
    )
}

function manifestIn(files: Files): Manifest {
  return JSON.parse(files.get('package.json') ?? '{}') as Manifest
}
