import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The app's own code must run on the fallback runtime (Electron 33) as well as
// on the pinned Electron, so the build targets the older of the two.
const chromium = 'chrome130'
const node = 'node20.18'

const dependencies = { resolve: { tsconfigPaths: true } }

export default defineConfig({
  main: {
    ...dependencies,
    build: {
      target: node,
      // Bundled, what is used of them is loaded at once; zod alone would be a hundred files to look for at the start.
      externalizeDeps: { exclude: ['zod', 'electron-log', 'csv-parse', 'csv-stringify', 'commander'] },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          // Beside index, not in a chunk: it finds the worker, the preload and the renderer from where it is.
          app: resolve('src/main/app.ts'),
          cli: resolve('src/main/cli.ts'),
          worker: resolve('src/main/database/worker.ts'),
        },
      },
    },
  },
  preload: {
    ...dependencies,
    build: {
      target: node,
      // A sandboxed preload has to be one self-contained CommonJS file.
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...dependencies,
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: chromium,
      minify: true,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html') },
        // What the start needs comes as one file: each file is a question to the main process, which is busy then.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
      chunkSizeWarningLimit: 1000,
    },
  },
})
