import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import type { Figure } from '../measure/figure'
import type { Session } from '../measure/session'

const kinds = ['document', 'script', 'stylesheet', 'font', 'image'] as const
type Weights = Record<(typeof kinds)[number] | 'all', number>

/** What a first visit carries over the wire, by kind, and the scripts that run at the first scroll; and how much of a page is there twice. */
export async function bytes({ blog, floor }: Session, chromiumPath: string): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const post = await weigh(browser, `${blog.url}/posts/post-00002`)
    const bare = await weigh(browser, floor.page('post, 20 comments'))
    const long = await (await fetch(`${blog.url}/posts/post-00003`)).text()
    const kilobytes = (what: string, pick: keyof Weights, budget?: Figure['budget']): Figure => ({
      what,
      unit: 'KB',
      ours: [post[pick] / 1000],
      floor: { what: 'a bare Next page', values: [bare[pick] / 1000] },
      ...(budget && { budget }),
    })
    return [
      kilobytes('JavaScript of a post page', 'script', { of: 'difference', most: 12 }),
      kilobytes('CSS of a post page', 'stylesheet', { of: 'ours', most: 12 }),
      kilobytes('fonts before the first scroll', 'font', { of: 'ours', most: 100 }),
      kilobytes('document of a post with 20 comments', 'document'),
      kilobytes('pictures of a post', 'image'),
      kilobytes('all of a first visit to a post', 'all', { of: 'ours', most: 260 }),
      {
        what: 'document of a post with 50 comments on its page',
        unit: 'KB',
        ours: [gzipSync(long).length / 1000],
        budget: { of: 'ours', most: 25 },
      },
      { what: 'share of that document that is there twice', unit: '%', ours: [payloadShare(long)] },
    ]
  } finally {
    await browser.close()
  }
}

async function weigh(browser: Browser, url: string): Promise<Weights> {
  const page = await browser.newPage()
  const weights: Weights = { document: 0, script: 0, stylesheet: 0, font: 0, image: 0, all: 0 }
  page.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    // What is in the cache already, as a script that was fetched before it runs, is not carried again.
    if (responseBodySize < 0) return
    const kind = request.url().endsWith('.js')
      ? 'script'
      : kinds.find((kind) => kind === request.resourceType())
    if (kind) weights[kind] += responseBodySize
    weights.all += responseBodySize + responseHeadersSize
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.mouse.wheel(0, 1)
  await page.waitForLoadState('networkidle')
  await page.close()
  return weights
}

/** How much of a page is the payload: what was drawn, once more, for React. */
function payloadShare(html: string): number {
  const payload = [...html.matchAll(/<script>self\.__next_f[\s\S]*?<\/script>/g)]
  return (payload.reduce((sum, [script]) => sum + script.length, 0) / html.length) * 100
}
