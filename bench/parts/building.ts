import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOwnPostgres } from '../../db/testing/start-test-postgres'
import { mostDrawn } from '../../lib/posts/list-posts'
import { type Cost, runNode } from '../measure/command'
import { slugOf, writePosts } from '../measure/content'
import type { Figure } from '../measure/figure'
import { buildFloor } from '../measure/session'
import { shares } from './shares'

/** The number of posts that the budgets speak of. */
const full = 10_000
const against = 'a bare app with next-mdx-remote'

/** What it cost to build `count` posts: ours and the bare app's. */
export type Built = { count: number; blog: Cost; floor: Cost }

/** Builds so many posts: ours and the bare app's, ours again with nothing changed, and with one post changed. */
export async function building(counts: number[]): Promise<{ figures: Figure[]; built: Built[] }> {
  const postgres = await startOwnPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'))
  try {
    const postgresUrl = await postgres.createDatabase()
    const figures: Figure[] = []
    const built: Built[] = []
    for (const count of counts) {
      const content = join(folder, String(count))
      writePosts(content, count)
      const { blog, floor, again } = await buildAll(count, content, postgresUrl)
      built.push({ count, blog, floor })
      figures.push(...figuresOfBuild({ count, blog, floor }), ...again)
      if (count === counts[0]) figures.push(...(await shares(content, count)))
      rmSync(content, { recursive: true })
    }
    return { figures, built }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildAll(count: number, content: string, postgresUrl: string) {
  const distDir = '.next-bench-build'
  rmSync(distDir, { recursive: true, force: true })
  const env = {
    SITE_URL: 'http://127.0.0.1:3999',
    CONTENT_DIR: content,
    DATA_DIR: join(content, 'data'),
    NEXT_DIST_DIR: distDir,
    POSTGRES_URL: postgresUrl,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  }
  // The bare app has its bare page, too: it wants one text for it.
  const texts = join(content, 'texts')
  mkdirSync(texts)
  writeFileSync(join(texts, 'one.txt'), 'A text.')
  const build = () => runNode(['--import', 'tsx', 'cli/build.ts'], env)
  const blog = await build()
  const floor = await buildFloor({ FLOOR_CONTENT: content, FLOOR_TEXTS: texts })
  const unchanged = await build()
  appendFileSync(join(content, 'posts', `${slugOf(1)}.mdx`), '\nOne more line.\n')
  const changed = await build()
  rmSync(distDir, { recursive: true, force: true })
  const posts = count.toLocaleString('en')
  const figure = (what: string, cost: Cost, budget?: Figure['budget']): Figure => ({
    what: `again with ${what}, ${posts} posts, processor`,
    unit: 's',
    ours: [cost.cpu],
    floor: { what: 'the first build', values: [blog.cpu] },
    ...(budget && { budget }),
  })
  const again = [
    figure('nothing changed', unchanged, { of: 'ratio', most: 0.5 }),
    figure('one post changed', changed),
  ]
  return { blog, floor, again }
}

/** The bare app draws every post. */
export function figuresOfBuild({ count, blog, floor }: Built): Figure[] {
  const posts = count.toLocaleString('en')
  const drawn = count > mostDrawn ? `, the newest ${mostDrawn.toLocaleString('en')} drawn` : ''
  return [
    {
      what: `build of ${posts} posts${drawn}`,
      unit: 's',
      ours: [blog.seconds],
      floor: { what: against, values: [floor.seconds] },
    },
    {
      what: `build of ${posts} posts${drawn}, processor`,
      unit: 's',
      ours: [blog.cpu],
      floor: { what: against, values: [floor.cpu] },
      ...(count >= full && { budget: { of: 'ratio', most: 1.3 } }),
    },
    {
      what: `build of ${posts} posts${drawn}, memory at the most`,
      unit: 'MB',
      ours: [blog.megabytes],
      floor: { what: against, values: [floor.megabytes] },
    },
  ]
}

/** What one post more costs, between the first and the last of these; nothing of fewer than two. */
export function slopeOf(all: Built[]): Figure[] {
  const [first, last] = [all.at(0), all.at(-1)]
  if (!first || !last || first === last) return []
  const slope = (pick: (built: Built) => number) =>
    ((pick(last) - pick(first)) / (last.count - first.count)) * 1000
  return [
    {
      what: `one post more, from ${first.count} to ${last.count.toLocaleString('en')} posts, processor`,
      unit: 'ms/post',
      ours: [slope(({ blog }) => blog.cpu)],
      floor: { what: against, values: [slope(({ floor }) => floor.cpu)] },
    },
  ]
}
