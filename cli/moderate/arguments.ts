import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Verb, verbNames } from '../../jobs/moderate'
import { type InboxPlace, inboxPlaces } from '../../lib/studio/inbox-query'

/** What somebody wants of `npm run moderate`. */
export type Wish =
  | { kind: 'help' }
  | { kind: 'list'; status: InboxPlace; search: string; after: string | null }
  | { kind: 'decide'; verb: Verb; ids: string[] }
  | { kind: 'undo'; ids: string[] }

export const help = `npm run moderate                       what waits for you, the newest first
npm run moderate -- --status spam      or published, removed (the bin), or answered (by letter, or read)
npm run moderate -- --search wool      only those with this in their name or text
npm run moderate -- approve 3f2a9c1e   publishes a comment; give as many ids as you like
npm run moderate -- read 3f2a9c1e      keeps what was written for you alone; it waits no more
npm run moderate -- hold 3f2a9c1e      takes it off the page; it waits again
npm run moderate -- spam 3f2a9c1e      puts it among the spam
npm run moderate -- bin 3f2a9c1e       puts it into the bin, which keeps it for thirty days
npm run moderate -- undo               takes back your last decision, about however many; with ids, about these

It works while the site runs and while it does not.`

const statusSchema = z.enum(inboxPlaces)
const verbSchema = z.enum(verbNames)

/** Reads the arguments. Throws an `Error` that says what is wrong with them. */
export function readArguments(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      status: { type: 'string', default: 'held' },
      search: { type: 'string', default: '' },
      after: { type: 'string' },
    },
  })
  if (values.help) return { kind: 'help' }
  const [word, ...ids] = positionals
  if (word === undefined) {
    const status = statusSchema.safeParse(values.status)
    if (!status.success) {
      throw new Error(`--status is one of ${inboxPlaces.join(', ')}, not “${values.status}”.`)
    }
    return { kind: 'list', status: status.data, search: values.search, after: values.after ?? null }
  }
  if (word === 'undo') return { kind: 'undo', ids }
  const verb = verbSchema.safeParse(word)
  if (!verb.success) {
    throw new Error(`“${word}” is none of ${[...verbSchema.options, 'undo'].join(', ')}.`)
  }
  if (ids.length === 0) throw new Error(`Which comments? For instance: npm run moderate -- ${word} 3f2a9c1e`)
  return { kind: 'decide', verb: verb.data, ids }
}
