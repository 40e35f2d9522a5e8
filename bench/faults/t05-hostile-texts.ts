import { readFileSync } from 'node:fs'
import { hostileTexts } from '../../lib/comments/testing/hostile-texts'
import { openForm, postForm } from './comment-form'
import { type Fault, percentile } from './fault'
import { readUntil } from './first-bytes'
import { type Site, talkedAbout, withSite } from './site'

/** trust.md T5, for who reads meanwhile and for the memory of the server. */
const MOST = { ratio: 2, rss: 50_000_000 }
/** Beside others, as in `npm test`, the slowest of a hundred answers is a matter of chance. */
const MOST_SHORT = { ratio: 4, rss: 100_000_000 }
/** Milliseconds from one answer to the next question: who reads is one among many. */
const PAUSE = 5

/** As long as those that are made to be a burden, and said by people. */
const ordinary = hostileTexts.map(([, { length }], index): string =>
  `I read part ${index} of it on the bus, *twice*, and missed my stop.\n\n`.repeat(200).slice(0, length),
)

type Phase = { waits: number[]; rss: number }

/** trust.md T5: texts that parsers choke on cost those who read meanwhile, and the server, no more than long ones do. */
export const hostileComments: Fault = {
  id: 'T5',
  promise:
    'while texts are posted that parsers choke on, pages come as they do while long ones are, in the same memory',
  run: (long) =>
    withSite({}, async (site) => {
      const [first = '', second = '', third = '', fourth = ''] = talkedAbout
      const found = { ordinary: [] as Phase[], hostile: [] as Phase[] }
      let refused = 0
      // Each kind on posts of its own: a page that is made again has all that was said under it.
      const kinds = {
        ordinary: { texts: ordinary, slugs: [first, second] },
        hostile: { texts: hostileTexts.map(([, text]) => text), slugs: [third, fourth] },
      }
      for (let round = 0; round < (long ? 6 : 3); round += 1) {
        for (const kind of ['ordinary', 'hostile'] as const) {
          const { texts, slugs } = kinds[kind]
          const phase = await readBeside(site, async () => {
            for (const [index, body] of texts.entries()) {
              const form = await openForm(`${site.url}/posts/${slugs[index % slugs.length]}`)
              const posted = await postForm(form, { body, name: `Wren ${round} ${index}` })
              if (!posted.ok) refused += 1
            }
          })
          // What is loaded once is loaded.
          if (round > 0) found[kind].push(phase)
        }
      }
      const p99 = (phases: Phase[]) =>
        percentile(
          phases.flatMap(({ waits }) => waits),
          0.99,
        )
      const rss = (phases: Phase[]) => Math.max(...phases.map((phase) => phase.rss))
      const ratio = p99(found.hostile) / p99(found.ordinary)
      const grown = rss(found.hostile) - rss(found.ordinary)
      const most = long ? MOST : MOST_SHORT
      const pages = found.hostile.flatMap(({ waits }) => waits).length
      return {
        held: ratio <= most.ratio && grown <= most.rss,
        figures: `${hostileTexts.length} hostile texts and as many long ones, ${found.hostile.length} times each, ${refused} refused: first byte of another page p99 ${p99(found.hostile).toFixed(1)} ms beside the hostile and ${p99(found.ordinary).toFixed(1)} ms beside the long, ${ratio.toFixed(2)} × (${most.ratio} allowed), ${pages} pages; memory ${(grown / 1_000_000).toFixed(1)} MB more (${most.rss / 1_000_000} allowed)`,
      }
    }),
}

/** Reads a page that nobody writes to while `work` is done, and watches the memory of the server. */
async function readBeside(site: Site, work: () => Promise<void>): Promise<Phase> {
  const reading = new AbortController()
  const pid = site.appPid()
  let rss = 0
  const look = setInterval(() => {
    rss = Math.max(rss, memoryOf(pid))
  }, 50)
  const waits = readUntil(`${site.url}/archive`, reading.signal, PAUSE)
  // Told when the work is done: a page that fails before that must not end the whole run.
  waits.catch(() => {})
  try {
    await work()
  } finally {
    reading.abort()
    clearInterval(look)
  }
  return { waits: await waits, rss }
}

/** Bytes that a process holds in memory (proc_pid_status(5)). */
function memoryOf(pid: number): number {
  const [, kilobytes = Number.NaN] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1_024
}
