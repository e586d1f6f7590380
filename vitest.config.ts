import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/{unit,integration,security,crash,structure}/**/*.test.{ts,tsx}'],
    // Reports carry their style sheet as text.
    css: true,
    // For what hangs; a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Much of a run is waiting for disks and processes: every core is worth having.
    maxWorkers: '100%',
  },
})
