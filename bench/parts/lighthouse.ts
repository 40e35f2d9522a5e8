import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Figure } from '../measure/figure'
import type { Session } from '../measure/session'

const rounds = 5
/** The budget is of the median of five on these; the others are asked three times. */
const oftenest = ['post', 'home', 'archive']
const bare = 'a bare Next page'
const steady = ['accessibility', 'best-practices', 'seo'] as const
type Speed = Record<'performance' | 'lcp' | 'cls' | 'tbt', number>
/** `steady` is the lowest of those three scores. It does not depend on how busy the machine is: once is enough. */
type Found = { speeds: Speed[]; steady: number }

/** Lighthouse as on a phone: the four scores of the pages readers come to, in turn with the bare page's. */
export async function lighthouseScores({ blog, floor }: Session, chromePath: string): Promise<Figure[]> {
  const pages = {
    post: `${blog.url}/posts/post-00002`,
    home: `${blog.url}/`,
    archive: `${blog.url}/archive`,
    tag: `${blog.url}/tags/tag-1`,
  }
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const floors = nothing()
    const found = Object.entries(pages).map(([name, url]) => ({
      ...nothing(),
      name,
      url,
      from: oftenest.includes(name) ? 0 : 2,
    }))
    for (let round = 0; round < rounds; round += 1) {
      const isLast = round === rounds - 1
      await measure(floor.page('post, 20 comments'), chrome.port, isLast, floors)
      for (const page of found) if (round >= page.from) await measure(page.url, chrome.port, isLast, page)
    }
    return found.flatMap(({ name, ...page }) => figuresOf(name, page, floors))
  } finally {
    chrome.kill()
  }
}

const nothing = (): Found => ({ speeds: [], steady: Number.NaN })

/** Measures a page once more; in the last round its steady scores, too. */
async function measure(url: string, port: number, isLast: boolean, found: Found): Promise<void> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: isLast ? ['performance', ...steady] : ['performance'],
    output: 'json',
    disableFullPageScreenshot: true,
  })
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { categories, audits } = result.lhr
  const points = (id: string) => Math.round((categories[id]?.score ?? 0) * 100)
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN
  found.speeds.push({
    performance: points('performance'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift') * 1000,
  })
  if (isLast) found.steady = Math.min(...steady.map(points))
}

function figuresOf(name: string, page: Found, floors: Found): Figure[] {
  const figure = (what: string, pick: keyof Speed, unit: Figure['unit']): Figure => ({
    what,
    unit,
    ours: page.speeds.map((speed) => speed[pick]),
    floor: { what: bare, values: floors.speeds.map((speed) => speed[pick]) },
  })
  return [
    {
      ...figure(`Lighthouse, ${name}: performance`, 'performance', 'points'),
      budget: { of: 'difference', least: -1 },
    },
    figure(`${name}: largest paint`, 'lcp', 'ms'),
    figure(`${name}: blocked for`, 'tbt', 'ms'),
    {
      ...figure(`${name}: shift of the layout, in thousandths`, 'cls', 'points'),
      budget: { of: 'ours', most: 20 },
    },
    {
      what: `Lighthouse, ${name}: the lowest of accessibility, best practices, SEO`,
      unit: 'points',
      ours: [page.steady],
      budget: { of: 'ours', least: 100 },
    },
  ]
}
