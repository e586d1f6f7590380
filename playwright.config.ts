import { defineConfig } from '@playwright/test'
import { withoutDisplay } from './scripts/support/system.mjs'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  reporter: 'list',
  // Each test has an app, a profile and a folder of its own. Windows on one screen would take the focus from each
  // other; without a screen each worker makes its own.
  workers: withoutDisplay ? 2 : 1,
  // A busy machine may take a window's focus away for a moment; at a desk every failure is looked at.
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
})
