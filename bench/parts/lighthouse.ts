import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Figure } from '../measure/figure'
import type { Session } from '../measure/session'

const rounds = 5
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Record<(typeof categories)[number] | 'lcp' | 'cls' | 'tbt', number>

/** Lighthouse as on a phone: the four scores of the pages readers come to, in turn with the bare page's. */
export async function lighthouseScores(session: Session, chromiumPath: string): Promise<Figure[]> {
  const { blog, floor } = session
  const pages = {
    'a bare Next page': floor.page,
    post: `${blog.url}/posts/post-00002`,
    home: `${blog.url}/`,
    archive: `${blog.url}/archive`,
    tag: `${blog.url}/tags/tag-1`,
  }
  const found = new Map<string, Scores[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(pages)) {
      found.set(name, [...(found.get(name) ?? []), await score(url, chromiumPath)])
    }
  }
  const of = (name: string, pick: keyof Scores) => (found.get(name) ?? []).map((scores) => scores[pick])
  return Object.keys(pages)
    .filter((name) => name !== 'a bare Next page')
    .flatMap((name): Figure[] => [
      {
        what: `Lighthouse, ${name}: performance`,
        unit: 'points',
        ours: of(name, 'performance'),
        floor: { what: 'a bare Next page', values: of('a bare Next page', 'performance') },
        budget: { of: 'difference', least: -1 },
      },
      ...(['accessibility', 'best-practices', 'seo'] as const).map(
        (category): Figure => ({
          what: `Lighthouse, ${name}: ${category}`,
          unit: 'points',
          ours: of(name, category),
          budget: { of: 'ours', least: 100 },
        }),
      ),
      { what: `${name}: largest paint`, unit: 'ms', ours: of(name, 'lcp') },
      { what: `${name}: blocked for`, unit: 'ms', ours: of(name, 'tbt') },
      { what: `${name}: shift of the layout, in thousandths`, unit: 'points', ours: of(name, 'cls') },
    ])
}

async function score(url: string, chromePath: string): Promise<Scores> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...categories],
      output: 'json',
    })
    if (!result) throw new Error(`Lighthouse said nothing of ${url}.`)
    const { lhr } = result
    const points = (id: string) => Math.round((lhr.categories[id]?.score ?? 0) * 100)
    const value = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN
    return {
      performance: points('performance'),
      accessibility: points('accessibility'),
      'best-practices': points('best-practices'),
      seo: points('seo'),
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift') * 1000,
    }
  } finally {
    chrome.kill()
  }
}
