import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  reporter: 'list',
  // Each test has an app, a profile and a folder of its own, but they share one screen and its focus.
  workers: 1,
  // A busy machine may take a window's focus away for a moment; at a desk every failure is looked at.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
})
