import { defineConfig } from '@playwright/test'
import { findChromium } from './cli/testing/find-chromium'
import { narrow } from './e2e/widths'

const executablePath = process.env.CHROMIUM ?? findChromium()
if (!executablePath) throw new Error('There is no Chromium: `npm test` installs one.')

/** What no other test may run beside. */
const alone = [
  'developing.test.ts',
  'first-keys.test.ts',
  'holding-first.test.ts',
  'inbox-counts.test.ts',
  'inbox-order.test.ts',
  'pausing.test.ts',
  'slow-phone.test.ts',
  'slow-typing.test.ts',
]

/** What a hand does to a telephone. */
const byFinger = ['selecting-by-finger.test.ts']

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.test.ts',
  globalSetup: './e2e/global-setup.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then is a fault to find, not to hide.
  retries: 0,
  // Room for a slow machine, and for tests that go through every page: what is not there after this long does not come.
  timeout: 300_000,
  expect: { timeout: 10_000 },
  projects: [
    {
      // There is one author: signing out everywhere ends what another test has begun. First, as these run one after
      // the other: what is last must not leave a processor idle.
      name: 'studio',
      testMatch: 'studio-*.test.ts',
      fullyParallel: false,
      workers: 1,
    },
    { name: 'wide and light', testIgnore: [...alone, ...byFinger, 'studio-*.test.ts'] },
    {
      name: 'narrow and dark',
      use: { viewport: narrow, colorScheme: 'dark' },
      // What a reader does by hand, and what moves or hides in a narrow window.
      testMatch: [
        'address-of-a-comment',
        'comment-mistakes',
        'commenting',
        'drafts',
        'editing',
        'editing-without-javascript',
        'failing-to-post',
        'more-comments',
        'navigation',
        'order-of-comments',
        'page-of-a-reply',
        'post-script',
        'posting',
        'previewing',
        'quotes',
        'reading-comments',
        'replying',
        'waiting-comments',
        'without-javascript',
      ]
        .map((name) => `${name}.test.ts`)
        .concat(byFinger),
      // A test that names its window brings it along, and would be the same once more; and so would one of rows, answers,
      // cookies or what a device keeps.
      grepInvert: /\d px|@any-window/,
    },
    {
      // Seconds are promised to authors and readers, whose machines do not run all other tests meanwhile; and a pause
      // and the rules are for the whole blog. By itself: npx playwright test developing --project alone --no-deps
      name: 'alone',
      testMatch: alone,
      workers: 1,
      dependencies: ['wide and light', 'narrow and dark', 'studio'],
    },
  ],
  reporter: [['line'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Long enough for two busy processors; what is not there after this is missing, and is said by its name.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath,
      // A browser without windows puts letters on whole dots, so that lines are longer or shorter than a reader's.
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--font-render-hinting=none',
      ],
    },
  },
})
