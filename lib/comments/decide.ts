import type { Site } from '../site'
import { findBareAddresses } from './bare-addresses'
import type { CommentStatus } from './comment'
import { givesContact } from './contact-details'
import { countCharacters } from './count-characters'
import { findDisguisedWords } from './disguised-words'
import type { FindWords } from './find-words'
import { looksLike } from './looks-like'
import { type BodyFacts, readBody } from './read-body'

/**
 * Who wrote it. Known: a comment of this name was published before, of the same e-mail address or the same browser.
 * Trusted and blocked: the author said so. The author counts as such when signed in, and only then.
 */
export type Writer = 'new' | 'known' | 'trusted' | 'blocked' | 'author'

/** What is known of a comment before it is stored. */
export type CommentFacts = {
  writer: Writer
  name: string
  website: string | null
  /** True when they typed the author's own e-mail address; of the author, who is signed in, it is not asked. */
  isAuthorsAddress: boolean
  /** As typed. */
  body: string
  /** True when the field no person sees was filled in. */
  trapFilled: boolean
  /** Milliseconds on the form; null when no script measured it, which says nothing. */
  elapsed: number | null
  /** True when a comment with just these words came within the last day, whoever wrote it. */
  sameWordsElsewhere: boolean
  /** Comments of the same network address, e-mail address or browser within `rules.flood.minutes`, this one not counted. */
  recent: number
  /** Unknown when it was asked and said neither spam nor ham: the comment waits, and is asked about again. Null when it was not asked. */
  akismet: 'ham' | 'spam' | 'unknown' | null
}

export type Rules = Pick<Site['comments'], 'holdFirst' | 'links' | 'flood' | 'quickest'> & {
  /** The author's name, which nobody else may seem to have. */
  author: string
  holdWords: FindWords
  spamWords: FindWords
}

export const ruleNames = [
  'blocked',
  'spam-word',
  'akismet-spam',
  'trap',
  'first-comment',
  'look-alike',
  'authors-address',
  'links',
  'hold-word',
  'address-in-name',
  'contact',
  'foreign-markup',
  'disguised-word',
  'same-words',
  'flood',
  'akismet-unsure',
  'quick',
] as const

export type RuleName = (typeof ruleNames)[number]

/** The name of a rule, and where it helps what the rule found: `links: 3`, `hold-word: best price, casino`. */
export type Reason = RuleName | `${RuleName}: ${string}`

export type Verdict = { status: Extract<CommentStatus, 'published' | 'held' | 'spam'>; reasons: Reason[] }

type Rule = {
  /** Spam holds as probable spam; a hint holds nothing by itself and is named beside what does. */
  weight: 'spam' | 'hold' | 'hint'
  /** True for what the author puts up with from a person they trust. */
  isForgiven: boolean
  /** What it found: true, or the details; false, or none of them, when it does not apply. */
  find: (facts: CommentFacts & BodyFacts, rules: Rules) => boolean | string[]
}

/** Words that many say by themselves, so that they prove no copying. */
const shortestCopy = 40
/** Links as other systems write them. Here they are mere text, and nobody who looked at the page types them. */
const foreignMarkup = /<a\s[^>]{0,500}href|\[(?:url|link)[=\]]/i

const ruleOf: Record<RuleName, Rule> = {
  blocked: always('spam', ({ writer }) => writer === 'blocked'),
  'spam-word': always('spam', (facts, { spamWords }) => spamWords(toSearched(facts))),
  'akismet-spam': always('spam', ({ akismet }) => akismet === 'spam'),
  trap: always('hold', ({ trapFilled }) => trapFilled),
  'first-comment': always('hold', ({ writer }, { holdFirst }) => holdFirst && writer === 'new'),
  'look-alike': always('hold', ({ name }, { author }) => looksLike(name, author)),
  'authors-address': always('hold', ({ isAuthorsAddress }) => isAuthorsAddress),
  links: forgiven(({ links }, rules) => (links < rules.links ? [] : [String(links)])),
  'hold-word': forgiven((facts, { holdWords }) => holdWords(toSearched(facts))),
  'address-in-name': forgiven(({ name }) => isAddress(name)),
  contact: forgiven(({ prose }) => givesContact(prose)),
  'foreign-markup': forgiven(({ prose }) => foreignMarkup.test(prose)),
  'disguised-word': forgiven(({ name, prose }) => findDisguisedWords(`${name}\n${prose}`)),
  'same-words': always(
    'hold',
    ({ sameWordsElsewhere, body }) => sameWordsElsewhere && countCharacters(body) >= shortestCopy,
  ),
  flood: always('hold', ({ recent }, { flood }) => recent >= flood.count),
  'akismet-unsure': forgiven(({ akismet }) => akismet === 'unknown'),
  quick: always('hint', ({ elapsed }, { quickest }) => elapsed !== null && elapsed < quickest),
}

/**
 * Publish, hold, or hold as probable spam, and why: nothing is ever dropped. Reasons are empty for a published
 * comment and stand in the order of `ruleNames`. Of a person the author has published before nothing is called spam,
 * so that no list of words can lose it: it waits.
 */
export function decide(facts: CommentFacts, rules: Rules): Verdict {
  if (facts.writer === 'author') return { status: 'published', reasons: [] }
  const seen = { ...facts, ...readBody(facts.body) }
  const found: { weight: Rule['weight']; reason: Reason }[] = []
  for (const name of ruleNames) {
    const { weight, isForgiven, find } = ruleOf[name]
    const reason = isForgiven && facts.writer === 'trusted' ? null : toReason(name, find(seen, rules))
    if (reason !== null) found.push({ weight, reason })
  }
  if (found.every(({ weight }) => weight === 'hint')) return { status: 'published', reasons: [] }
  const isStranger = facts.writer === 'new' || facts.writer === 'blocked'
  const isSpam = isStranger && found.some(({ weight }) => weight === 'spam')
  return { status: isSpam ? 'spam' : 'held', reasons: found.map(({ reason }) => reason) }
}

/** What held a comment, without the hints that are only named beside it. */
export function withoutHints(reasons: string[]): string[] {
  return reasons.filter((reason) => !hints.includes(reason))
}

const hints: string[] = ruleNames.filter((name) => ruleOf[name].weight === 'hint')

/**
 * Whether Akismet has anything to say about a comment that stands so, as far as it is decided without it: of what
 * would be published, or is only a first comment, or waits for Akismet already. The author and whom the author trusts
 * are nobody else's business.
 */
export function isForAkismet(
  writer: Writer,
  { status, reasons }: { status: CommentStatus; reasons: string[] },
): boolean {
  if (writer === 'author' || writer === 'trusted' || status === 'spam') return false
  return withoutHints(reasons).every((reason) => reason === 'first-comment' || reason === 'akismet-unsure')
}

function always(weight: Rule['weight'], find: Rule['find']): Rule {
  return { weight, isForgiven: false, find }
}

function forgiven(find: Rule['find']): Rule {
  return { weight: 'hold', isForgiven: true, find }
}

function toReason(name: RuleName, found: boolean | string[]): Reason | null {
  if (typeof found === 'boolean') return found ? name : null
  return found.length > 0 ? `${name}: ${found.join(', ')}` : null
}

function toSearched({ name, website, everything }: CommentFacts & BodyFacts): string {
  return [name, website ?? '', everything].join('\n')
}

function isAddress(name: string): boolean {
  const { sites, mails } = findBareAddresses(name)
  return sites.length + mails.length > 0 || /https?:\/\//i.test(name)
}
