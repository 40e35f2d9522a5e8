import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { closeDb, type Db, openDb } from '../db/client'
import { fixturePosts, fixtureSlug } from './fixture-posts'
import { awaitReact } from './react'
import { siteInUse } from './site-in-use'

/** A post that no other test of this run looks at. */
export type FixturePost = {
  /** Also the id its comments hang on. */
  slug: string
  path: string
  title: string
  /** Something to say that nobody else says. */
  words: string
}

type Options = {
  /** What a page may put on the console here, such as the 404 that the test is about. */
  allowedErrors: RegExp[]
  /** Whether a page sees a sign of its reader, and so runs its scripts, as soon as it is there (decision 16). */
  givesSign: boolean
}

type Fixtures = {
  post: FixturePost
  /** A second person: a browser that shares nothing with `page`. */
  anotherReader: Page
  /** Fails the test when a page of its breaks or complains. Always on. */
  noErrors: undefined
}

type WorkerFixtures = {
  db: Db
  /** What the blog calls itself and its author: a blog of another name passes the same tests. */
  blog: { name: string; author: string }
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  allowedErrors: [[], { option: true }],
  givesSign: [true, { option: true }],

  context: async ({ context, givesSign, javaScriptEnabled }, use) => {
    if (givesSign && javaScriptEnabled) await giveSigns(context)
    await use(context)
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  baseURL: async ({}, use) => {
    await use(siteInUse().url)
  },

  db: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const db = openDb({ driver: 'pg', url: siteInUse().postgresUrl }, { max: 2 })
      await use(db)
      await closeDb(db)
    },
    { scope: 'worker' },
  ],

  blog: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const html = await (await fetch(`${siteInUse().url}/posts/${fixtureSlug(1)}`)).text()
      const read = (property: string) => {
        const content = new RegExp(`<meta property="${property}" content="([^"]+)"`).exec(html)?.[1]
        if (!content) throw new Error(`The page does not tell its ${property}.`)
        return content
      }
      await use({ name: read('og:site_name'), author: read('article:author') })
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  post: async ({}, use) => {
    const number = takeNumber()
    const slug = fixtureSlug(number)
    const words = `Said of fixture ${number}, and nowhere else.`
    await use({ slug, path: `/posts/${slug}`, title: `Fixture ${number}`, words })
  },

  anotherReader: async ({ browser, baseURL, allowedErrors, javaScriptEnabled }, use) => {
    const context = await browser.newContext({ baseURL })
    if (javaScriptEnabled) await giveSigns(context)
    const errors = listenForErrors(context, allowedErrors)
    await use(await context.newPage())
    await context.close()
    expect(errors, 'errors on the other reader’s pages').toEqual([])
  },

  noErrors: [
    async ({ context, allowedErrors }, use) => {
      const errors = listenForErrors(context, allowedErrors)
      await use(undefined)
      expect(errors, 'errors on the pages').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Tests are quicker than any hand: the pointer moves, and React is there, before they press something. */
async function giveSigns(context: BrowserContext): Promise<void> {
  await awaitReact(context)
  await context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('pointermove')))
  })
}

/**
 * What Chromium says since version 153 when a page was shown before it could fade in, as on a busy machine: of a promise that
 * it made itself, also where no script runs. Pages fade by a line of CSS alone.
 */
const shownBeforeFading =
  /^InvalidStateError: Transition was aborted because of invalid state\. Page already revealed$/

function listenForErrors(context: BrowserContext, allowed: RegExp[]): string[] {
  const errors: string[] = []
  const add = (text: string) => {
    if (![shownBeforeFading, ...allowed].some((pattern) => pattern.test(text))) errors.push(text)
  }
  context.on('weberror', (event) => add(String(event.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') add(`${message.text()} (${message.location().url})`)
  })
  return errors
}

/** Takes the first post that no test has taken, in any process: making a folder succeeds for one only. */
function takeNumber(): number {
  const taken = join(siteInUse().folder, 'taken')
  mkdirSync(taken, { recursive: true })
  for (let number = 1; number <= fixturePosts; number++) {
    try {
      mkdirSync(join(taken, String(number)))
      return number
    } catch {
      // Another test has it.
    }
  }
  throw new Error(
    `All ${fixturePosts} fixture posts are taken: bring the site up anew, or make more of them.`,
  )
}
