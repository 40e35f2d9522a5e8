import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../db/testing/free-port'
import { expect, test } from './test'

// The page of a text with a mistake is a 500 with the mistake on it, and drawn anew by the browser, where React finds
// that the scripts of the head ran before.
test.use({ allowedErrors: [/Tweetible|just-added|status of (500|404|410)|Encountered a script tag/] })

test('an edit of a post shows in the open page within two seconds, a new one at once, so do mistakes, and what is a draft or not there is said to be', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'developing-'))
  cpSync('content', join(folder, 'content'), { recursive: true })
  const port = await findFreePort()
  const dev = fork('cli/dev.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      POSTGRES_URL: '',
      SITE_URL: '',
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      NEXT_DIST_DIR: '.next-e2e-dev',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  try {
    await once(dev.stdout ?? dev, 'data')
    const address = `http://localhost:${port}/posts/a-kind-no`
    await expect(async () => expect((await fetch(address)).status).toBe(200)).toPass()
    // The page is fresh and hears of the next edit once it listens again.
    const listens = () =>
      page.waitForResponse((response) => response.headers()['content-type'] === 'text/event-stream')
    const opened = listens()
    await page.goto(address)
    await opened

    const file = join(folder, 'content', 'posts', 'a-kind-no.mdx')
    const text = readFileSync(file, 'utf8')
    const shows = async (added: string, words: string | RegExp) => {
      const reloaded = listens()
      writeFileSync(file, `${text}\n${added}\n`)
      await expect(page.getByText(words)).toBeVisible({ timeout: 2_000 })
      await reloaded
    }
    const line = text.split('\n').length + 1
    await shows('A line that was not there before.', 'A line that was not there before.')
    await shows('<Tweetible>A line.</Tweetible>', new RegExp(`a-kind-no\\.mdx:${line}:1 .*<Tweetable>`))
    await shows('A line that is right again.', 'A line that is right again.')

    // A new file is there at once, and so is what is wrong with it.
    const site = new URL(address).origin
    const added = join(folder, 'content', 'posts', 'just-added.mdx')
    const words = '---\ntitle: Just added\ndescription: A line.\ndate: 2026-11-31\n---\n\nAll of it.\n'
    const reloaded = listens()
    writeFileSync(added, words)
    await reloaded
    const told = listens()
    await page.goto(`${site}/posts/just-added`)
    await expect(page.getByText(/just-added\.mdx:4:1 "date" must be a day that exists/)).toBeVisible()
    await told
    writeFileSync(added, words.replace('2026-11-31', '2026-11-20'))
    await expect(page.getByText('All of it.')).toBeVisible()

    // What readers do not see is marked.
    await page.goto(`${site}/posts/apology-second-draft`)
    await expect(page.getByText('20 Nov 2026 (draft)')).toBeVisible()

    // The pages that an author sees by mistake are those that readers see.
    for (const [path, status, words] of [
      ['/never-a-page', 404, 'The page may have been renamed'],
      ['/posts/never-a-post', 404, 'The page may have been renamed'],
      ['/posts/ten-rules-for-mending', 410, 'unpicked for good'],
    ] as const) {
      expect((await page.goto(site + path))?.status(), path).toBe(status)
      await expect(page.getByRole('main').getByText(words), path).toBeVisible()
    }
  } finally {
    await page.close()
    dev.kill('SIGTERM')
    await once(dev, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
})
