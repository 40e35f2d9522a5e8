import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import { countBodies } from './count-bodies'
import type { Fault } from './fault'
import { type Site, talkedAbout, withSite } from './site'

const AT_ONCE = 4
/** As slow as a phone in the countryside, in bytes a second and milliseconds. */
const SLOW = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 }
const offline = 'Not posted yet. You are offline. Your draft is saved.'

/** What became of one text. */
type Fate = { recovered: boolean; told: boolean; posted: boolean; cleared: boolean }

/** trust.md R13: whatever a connection does, what was written is still there, and nobody is told that it was sent. */
export const offlineDrafts: Fault = {
  id: 'R13',
  promise:
    'texts sent without a connection, or over one that ends meanwhile, are there again when the page is opened anew',
  run: (long) =>
    withSite({}, async (site) => {
      const texts = long ? 100 : 4
      const run = randomUUID()
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        args: ['--no-sandbox', '--disable-quic'],
      })
      try {
        const fates: Fate[] = []
        const lanes = Array.from({ length: AT_ONCE }, async (_, lane) => {
          for (let index = lane; index < texts; index += AT_ONCE)
            fates.push(await write(browser, site, index, run))
        })
        await Promise.all(lanes)
        const rows = await countBodies(site, `% of ${run}%`)
        const doubled = [...rows.values()].filter((count) => count > 1).length
        const count = (is: (fate: Fate) => boolean) => fates.filter(is).length
        const [recovered, told] = [count((fate) => fate.recovered), count((fate) => fate.told)]
        const [posted, cleared] = [count((fate) => fate.posted), count((fate) => fate.cleared)]
        return {
          held:
            [recovered, told, posted, cleared, rows.size].every((each) => each === texts) && doubled === 0,
          figures: `${texts} texts, half of them over a slow connection that ends before they or their answers arrive: ${told} told that they are not posted, ${recovered} there again in a new page, ${posted} then posted, ${rows.size} stored, ${doubled} doubled, ${cleared} forgotten by the browser afterwards`,
        }
      } finally {
        await browser.close()
      }
    }),
}

/** One reader: writes, loses the connection and the page, opens it again and posts. */
async function write(browser: Browser, site: Site, index: number, run: string): Promise<Fate> {
  const slug = talkedAbout[index % talkedAbout.length] ?? site.slug
  const url = `${site.url}/posts/${slug}`
  const body = `Offline ${index} of ${run}\n\n  «kept» as typed, with a 🧵.`
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await wake(page)
    const isSlow = index % 2 === 1
    if (isSlow) await slowDown(context, page)
    else await context.setOffline(true)
    const form = formOf(page)
    await form.body.fill(body)
    await form.name.fill(`Wren ${index}`)
    if (isSlow) await cutOff(page, index % 4 === 1)
    await form.button.click()
    const told = await says(page, isSlow ? /^Not posted yet\./ : offline)
    await page.close()

    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(url)
    await giveSign(again)
    const { body: field, button } = formOf(again)
    const recovered = await has(again, body)
    await button.click()
    const comment = again.getByRole('article', { name: new RegExp(`^Comment \\d+ by Wren ${index}$`) })
    const posted = await comes(comment)
    const forgotten = await forgets(again)
    await again.reload()
    await giveSign(again)
    // By then the script has looked for a draft, too.
    const ran = await comes(comment.getByRole('button', { name: 'Edit' }))
    return { told, recovered, posted, cleared: forgotten && ran && (await field.inputValue()) === '' }
  } finally {
    await context.close()
  }
}

/** A post runs its scripts at the first sign of a reader (decision 16). */
function giveSign(page: Page): Promise<void> {
  return page.mouse.move(1, 1)
}

/** Resolves when the script runs: it keeps what is written. */
async function wake(page: Page) {
  await giveSign(page)
  await formOf(page).body.fill('The first words, with a connection.')
  await page.getByText('Draft saved on this device.').waitFor()
}

function formOf(page: Page) {
  return {
    body: page.getByRole('textbox', { name: 'Your comment', exact: true }),
    name: page.getByLabel('Name', { exact: true }),
    button: page.getByRole('button', { name: 'Post comment' }),
  }
}

async function slowDown(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', SLOW)
}

/** The connection ends while the text is on its way, or, when it has `arrived`, while the answer is. */
async function cutOff(page: Page, arrived: boolean) {
  await page.route('**/posts/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    if (arrived) await route.fetch()
    return route.abort('connectionaborted')
  })
}

function says(page: Page, words: string | RegExp): Promise<boolean> {
  return comes(page.getByRole('status').filter({ hasText: words }).first())
}

function comes(what: Locator): Promise<boolean> {
  return what.waitFor().then(
    () => true,
    () => false,
  )
}

/** The script fills it in when it has come, and empties it when the comment is acknowledged. */
function has(page: Page, text: string): Promise<boolean> {
  return page
    .waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, text)
    .then(
      () => true,
      () => false,
    )
}

/** Only what says that something was written here, and no draft. */
function forgets(page: Page): Promise<boolean> {
  return page
    .waitForFunction(() => Object.keys(localStorage).every((name) => name.startsWith('comments-here')))
    .then(
      () => true,
      () => false,
    )
}

function chromiumPath(): string {
  const found = [
    process.env.CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    chromium.executablePath(),
  ]
  const path = found.find((each) => each && existsSync(each))
  if (!path) throw new Error('There is no Chromium: name one with CHROMIUM.')
  return path
}
