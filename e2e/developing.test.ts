import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../db/testing/free-port'
import { expect, test } from './test'

// The page of a text with a mistake is a 500 with the mistake on it.
test.use({ allowedErrors: [/Tweetible|status of 500/] })

test('an edit of a post shows in the open page within two seconds, and so does a mistake', async ({
  page,
}) => {
  test.setTimeout(180_000)
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
    const listening = page.waitForResponse(
      (response) => response.headers()['content-type'] === 'text/event-stream',
    )
    await page.goto(address)
    await listening

    const file = join(folder, 'content', 'posts', 'a-kind-no.mdx')
    const text = readFileSync(file, 'utf8')
    const within = { timeout: 2_000 }
    writeFileSync(file, `${text}\nA line that was not there before.\n`)
    await expect(page.getByText('A line that was not there before.')).toBeVisible(within)

    const line = text.split('\n').length + 1
    writeFileSync(file, `${text}\n<Tweetible>A line.</Tweetible>\n`)
    await expect(page.getByText(new RegExp(`a-kind-no\\.mdx:${line}:1 .*<Tweetable>`))).toBeVisible(within)

    writeFileSync(file, `${text}\nA line that is right again.\n`)
    await expect(page.getByText('A line that is right again.')).toBeVisible(within)
  } finally {
    await page.close()
    dev.kill('SIGTERM')
    await once(dev, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
})
