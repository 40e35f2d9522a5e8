import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of pure functions. They share what they import, which takes longer to load than they take to run. */
const rules = ['lib/{comments,head,quotes,related,stitches,studio,words}/**/*.test.ts']

/** Work of commands that needs a database. */
const withDatabase = ['cli/moderate/moderate-here.test.ts', 'cli/run/*-in-time.test.ts']

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    // Only for what hangs: a machine with two busy cores is slow, and no test is about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one core free, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,bench,cli,biome}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...rules, ...withDatabase],
        },
      },
      {
        extends: true,
        test: { name: 'rules', include: rules, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{db,jobs}/**/*.test.ts', ...withDatabase],
          globalSetup: 'db/testing/global-setup.ts',
        },
      },
    ],
  },
})
