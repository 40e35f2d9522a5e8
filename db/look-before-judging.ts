import type { KeptRules } from '../lib/comments/site-rules'
import { getDb } from './client'
import {
  type AskedFacts,
  type FactsValues,
  type FoundFacts,
  findFacts,
  selectFacts,
  toFacts,
} from './find-facts'
import { takeSettings } from './find-pause'
import { type Said, type Seen, selectSeen, toSeen } from './look-at-conversation'
import { parseRules, selectSettings } from './settings'
import { writeOnce } from './write-once'

type Found = {
  /** True while the author has paused all comments. */
  isPaused: boolean
  rules: KeptRules
  facts: FoundFacts
  seen: Seen
}

/**
 * All that must be known of a comment before it is judged and stored: the pause, the rules (`parseRules`), what the rows
 * say of it (`findFacts`), and the conversation it comes into (`lookAtConversation`). In one query, as every other one
 * would cost its writer as much again; where the author has set other minutes for a flood, they are asked by once more.
 * Throws when the database does not answer: nothing is judged by rules of yesterday.
 */
export async function lookBeforeJudging(
  comment: Said & Omit<AskedFacts, 'except'>,
  asTheyCome: KeptRules,
  db = getDb(),
): Promise<Found> {
  const { postId, parentNumber, key, body, name, forAuthor, emailHash, writerHash, addressHash } = comment
  const { minutes } = asTheyCome.flood
  const asked = { postId, parentNumber, key, body, name, forAuthor, emailHash, writerHash, addressHash }
  const reading = lookAround(db, { ...asked, minutes, except: null }).then(([row]) => {
    if (!row) throw new Error('The question itself was not answered.')
    return row
  })
  const { isPaused, rules: stored } = await takeSettings(reading.then(({ kept }) => kept.byName ?? {}))
  const { facts, seen } = await reading
  const rules = parseRules(stored, asTheyCome)
  return {
    isPaused,
    rules,
    facts:
      rules.flood.minutes === minutes ? toFacts(facts) : await findFacts(comment, rules.flood.minutes, db),
    seen: toSeen(seen),
  }
}

const lookAround = writeOnce<Said & FactsValues>()((db, given) =>
  db
    .select()
    .from(selectFacts(db, given).as('facts'))
    .crossJoin(selectSeen(db, given).as('seen'))
    .crossJoin(selectSettings(db).as('kept')),
)
