import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

const feedText = z
  .union([z.string(), z.object({ value: z.string(), type: z.string().optional() })])
  .optional()
const link = z.object({ href: z.string(), rel: z.string().optional(), type: z.string().optional() })

const feedSchema = z.object({
  format: z.enum(['rss', 'rdf', 'atom', 'json']),
  title: feedText.catch(undefined),
  items: z.array(
    z.object({
      title: feedText.catch(undefined),
      link: z.string().optional().catch(undefined),
      links: z.array(link).optional().catch(undefined),
      url: z.string().optional().catch(undefined),
      guid: z.object({ value: z.string(), isPermaLink: z.boolean().optional() }).optional().catch(undefined),
      dates: z.array(z.string().nullish().catch(null)),
    }),
  ),
})

/** The first 50 items of a feed, hardly touched: the fields are those of its format. */
export type ParsedFeed = z.output<typeof feedSchema>

/** Megabytes that it may fill with what it makes of 1 MB. */
const memory = 128

/** Where it lies when the site runs from its own folder, as every command does: bundles have no file beside them. */
const child = join(process.cwd(), 'lib', 'latest', 'parse-feed-child.mjs')

/**
 * Reads RSS 0.9x to 2.0, Atom or JSON Feed; null for anything else. A megabyte made for it can take seconds and a
 * hundred megabytes to parse, and nobody else shall wait meanwhile: that is done by a process of its own, without
 * our environment, which ends when `signal` is aborted. Entities that a document makes up are not read at all.
 */
export async function parseFeed(feed: string, signal: AbortSignal): Promise<ParsedFeed | null> {
  if (!looksLikeFeed(feed)) return null
  const reader = spawn(process.execPath, [`--max-old-space-size=${memory}`, child], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGKILL',
  })
  // One that was ended, or gave up on what it read, has said nothing whole.
  reader.on('error', () => {})
  reader.stdin.on('error', () => {})
  reader.stdin.end(feed)
  try {
    return feedSchema.parse(JSON.parse(await text(reader.stdout)))
  } catch {
    return null
  }
}

function looksLikeFeed(feed: string): boolean {
  const start = feed.slice(0, 4_000)
  return /^\s*\{/.test(start) || /<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]/i.test(start)
}
