import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/{unit,integration,security,crash,structure}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
})
