/**
 * `npm run bench`: the figures as ratios of one run, less than ten minutes of it, on a machine that does nothing else. Names of
 * parts (`-- bytes posting`) measure only those; `-- building 1000 10000` builds so many posts, which takes longer than
 * all others. Prints a table, and writes it as JSON and as a picture beside the other documents: of the whole, and of
 * builds alone.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { z } from 'zod'
import { toChart } from './measure/chart'
import type { Figure } from './measure/figure'
import { openSession, postCount } from './measure/session'
import { toTable } from './measure/table'
import { building, figuresOfBuild, slopeOf } from './parts/building'
import { bytes } from './parts/bytes'
import { lighthouseScores } from './parts/lighthouse'
import { posting } from './parts/posting'
import { reading } from './parts/reading'
import { relating } from './parts/relating'
import { searching } from './parts/searching'

const parts = ['bytes', 'lighthouse', 'reading', 'posting', 'searching', 'relating', 'building'] as const
const args = process.argv.slice(2)
const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
const named = args.filter((arg) => !/^\d+$/.test(arg)).map((arg) => z.enum(parts).parse(arg))
const chosen = new Set(named.length > 0 ? named : parts)
const buildsAlone = named.length === 1 && chosen.has('building')
const withoutSite = new Set<(typeof parts)[number]>(['building', 'searching', 'relating'])
const needsSite = [...chosen].some((part) => !withoutSite.has(part))

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) throw new Error(`There is no ${chromium}: name a Chromium with CHROMIUM.`)
const begun = performance.now()
const loadBefore = loadavg()
const figures: Figure[] = []
// Builds go first: whatever is served would take their processor.
const builds = chosen.has('building')
  ? await timed('building', () => building(counts.length > 0 ? counts : [100]))
  : null
const built = builds?.built ?? []
if (builds) figures.push(...builds.figures)
if (chosen.has('searching')) figures.push(...(await timed('searching', searching)))
if (chosen.has('relating')) figures.push(...(await timed('relating', relating)))
if (needsSite) {
  const session = await timed('both sites built', openSession)
  try {
    const one = { count: postCount, ...session.built }
    built.push(one)
    figures.push(...figuresOfBuild(one))
    for (const [part, measure] of [
      ['bytes', () => bytes(session, chromium)],
      ['lighthouse', () => lighthouseScores(session, chromium)],
      ['reading', () => reading(session)],
      ['posting', () => posting(session)],
    ] as const)
      if (chosen.has(part)) figures.push(...(await timed(part, measure)))
  } finally {
    await session.close()
  }
}
figures.push(...slopeOf(built))

const versionOf = (name: string) =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))).version
const about = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  node: process.version,
  next: versionOf('next'),
  react: versionOf('react'),
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  loadBefore: loadBefore.map((value) => value.toFixed(1)).join(' '),
  loadAfter: loadavg()
    .map((value) => value.toFixed(1))
    .join(' '),
  minutes: Number(((performance.now() - begun) / 60_000).toFixed(1)),
}
console.log(`${toTable(figures)}\n\n${JSON.stringify(about)}`)
const name = named.length === 0 ? 'bench' : 'bench-building'
if (named.length === 0 || buildsAlone) {
  writeFileSync(`docs/${name}.json`, `${JSON.stringify({ about, figures }, null, 1)}\n`)
  writeFileSync(`docs/${name}.svg`, toChart(figures, `${about.date}, commit ${about.commit}`))
}

/** Says on the way how long each part took: nobody should sit before a silent terminal for a quarter of an hour. */
async function timed<Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  console.error(`${what}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return result
}
