import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Figure } from '../measure/figure'
import type { Session } from '../measure/session'

const rounds = 5
const bare = 'a bare Next page'
/** These do not depend on how busy the machine is: once is enough. */
const steady = ['accessibility', 'best-practices', 'seo'] as const
type Speed = Record<'performance' | 'lcp' | 'cls' | 'tbt', number>

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
    const speeds = new Map<string, Speed[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, url] of Object.entries({ [bare]: floor.page('post, 20 comments'), ...pages })) {
        speeds.set(name, [...(speeds.get(name) ?? []), await measureSpeed(url, chrome.port)])
      }
    }
    const figures: Figure[] = []
    for (const [name, url] of Object.entries(pages)) {
      figures.push(...speedFigures(name, speeds), await steadyFigure(name, url, chrome.port))
    }
    return figures
  } finally {
    chrome.kill()
  }
}

async function ask(url: string, port: number, onlyCategories: string[]) {
  const result = await lighthouse(url, {
    port,
    onlyCategories,
    output: 'json',
    disableFullPageScreenshot: true,
  })
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { categories, audits } = result.lhr
  return {
    points: (id: string) => Math.round((categories[id]?.score ?? 0) * 100),
    value: (id: string) => audits[id]?.numericValue ?? Number.NaN,
  }
}

async function measureSpeed(url: string, port: number): Promise<Speed> {
  const { points, value } = await ask(url, port, ['performance'])
  return {
    performance: points('performance'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift') * 1000,
  }
}

function speedFigures(name: string, speeds: Map<string, Speed[]>): Figure[] {
  const figure = (what: string, pick: keyof Speed, unit: Figure['unit']): Figure => ({
    what,
    unit,
    ours: (speeds.get(name) ?? []).map((speed) => speed[pick]),
    floor: { what: bare, values: (speeds.get(bare) ?? []).map((speed) => speed[pick]) },
  })
  return [
    {
      ...figure(`Lighthouse, ${name}: performance`, 'performance', 'points'),
      budget: { of: 'difference', least: -1 },
    },
    figure(`${name}: largest paint`, 'lcp', 'ms'),
    figure(`${name}: blocked for`, 'tbt', 'ms'),
    figure(`${name}: shift of the layout, in thousandths`, 'cls', 'points'),
  ]
}

async function steadyFigure(name: string, url: string, port: number): Promise<Figure> {
  const { points } = await ask(url, port, [...steady])
  return {
    what: `Lighthouse, ${name}: the lowest of accessibility, best practices, SEO`,
    unit: 'points',
    ours: [Math.min(...steady.map(points))],
    budget: { of: 'ours', least: 100 },
  }
}
