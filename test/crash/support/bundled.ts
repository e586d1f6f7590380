import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'vite'

/**
 * A program of the tests as plain JavaScript with everything in it, to be run by a process of its own.
 *
 * @param entry path of its TypeScript
 * @returns the path of what was made, in a folder of its own that is the caller's to remove
 */
export async function bundled(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'coppice-program-'))
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, rollupOptions: { output: { entryFileNames: '[name].mjs' } } },
  })
  return join(outDir, `${basename(entry, '.ts')}.mjs`)
}
