/**
 * `npm run bench`: the figures of a run, as ratios, on a machine that does nothing else. Names of parts
 * (`-- bytes posting`) measure only those. Prints a table, and writes it as JSON and as a picture beside the other
 * documents when nothing was left out.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { z } from 'zod'
import { toChart } from './measure/chart'
import type { Figure } from './measure/figure'
import { openSession, postCount } from './measure/session'
import { toTable } from './measure/table'
import { figuresOfBuild } from './parts/building'
import { bytes } from './parts/bytes'
import { lighthouseScores } from './parts/lighthouse'
import { posting } from './parts/posting'

const parts = ['bytes', 'lighthouse', 'posting'] as const
const named = process.argv.slice(2).map((arg) => z.enum(parts).parse(arg))
const chosen = new Set(named.length > 0 ? named : parts)

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) throw new Error(`There is no ${chromium}: name a Chromium with CHROMIUM.`)
const begun = performance.now()
const loadBefore = loadavg()
const figures: Figure[] = []
const session = await openSession()
try {
  figures.push(...figuresOfBuild(postCount, session.built))
  if (chosen.has('bytes')) figures.push(...(await bytes(session, chromium)))
  if (chosen.has('lighthouse')) figures.push(...(await lighthouseScores(session, chromium)))
  if (chosen.has('posting')) figures.push(...(await posting(session)))
} finally {
  await session.close()
}

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
if (named.length === 0) {
  writeFileSync('docs/bench.json', `${JSON.stringify({ about, figures }, null, 1)}\n`)
  writeFileSync('docs/bench.svg', toChart(figures, `${about.date}, commit ${about.commit}`))
}
