import { type RuleName, ruleNames } from './decide'

type Words = {
  /** For the line that filters: "Held because: first comment". */
  short: string
  /** For the comment itself. `details` are those of the reason, if it has any. */
  long: (details: string[]) => string
}

const wordsFor: Record<RuleName, Words> = {
  blocked: { short: 'person you blocked', long: () => 'somebody you blocked' },
  'spam-word': { short: 'words on your spam list', long: (words) => quoteWords(words) },
  'akismet-spam': { short: 'Akismet says spam', long: () => 'Akismet takes it for spam' },
  trap: { short: 'hidden field filled in', long: () => 'the field that no person sees was filled in' },
  'first-comment': { short: 'first comment', long: () => 'first comment by this person' },
  'look-alike': { short: 'name like yours', long: () => 'a name one could take for yours' },
  'authors-address': {
    short: 'your address',
    long: () => 'your own address, by somebody who is not signed in',
  },
  links: { short: 'has links', long: ([count = '']) => `${sayCount(count)} links` },
  'hold-word': { short: 'words on your hold list', long: (words) => quoteWords(words) },
  'address-in-name': { short: 'address as name', long: () => 'an address for a name' },
  contact: { short: 'contact details', long: () => 'an e-mail address or a telephone number in the text' },
  'foreign-markup': { short: 'markup of other sites', long: () => 'links in the markup of other sites' },
  'disguised-word': {
    short: 'disguised words',
    long: (words) => `letters of another alphabet in ${quote(words)}`,
  },
  'same-words': {
    short: 'words of another comment',
    long: () => 'the same words as another comment of this day',
  },
  flood: { short: 'many at once', long: () => 'many comments within minutes' },
  'akismet-unsure': { short: 'Akismet is silent', long: () => 'Akismet has not answered yet' },
  quick: { short: 'written in no time', long: () => 'written in next to no time' },
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/**
 * Why a comment waits, as a line for the author: `Two links, and the words “best price”`. Takes the reasons as they
 * were stored; one by a rule of an earlier version is named as such. Empty when there are none.
 */
export function sayReasons(reasons: string[]): string {
  const said = reasons.map(sayReason)
  const last = said.at(-1) ?? ''
  const text = said.length > 1 ? `${said.slice(0, -1).join(', ')}, and ${last}` : last
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The rule behind a stored reason; null when no rule of today is called so. */
export function ruleBehind(reason: string): RuleName | null {
  const [name] = split(reason)
  return ruleNames.find((rule) => rule === name) ?? null
}

/** The rule behind a stored reason in a few words, for a list of them: `has links`. */
export function nameRule(reason: string): string {
  const rule = ruleBehind(reason)
  return rule === null ? earlierRule(reason) : wordsFor[rule].short
}

function sayReason(reason: string): string {
  const rule = ruleBehind(reason)
  return rule === null ? earlierRule(reason) : wordsFor[rule].long(split(reason).slice(1))
}

function earlierRule(reason: string): string {
  return `an earlier rule, “${reason}”`
}

function split(reason: string): string[] {
  const [, name = reason, details] = /^([a-z-]+): (.*)$/su.exec(reason) ?? []
  return details === undefined ? [name] : [name, ...details.split(', ')]
}

function sayCount(count: string): string {
  return counts[Number(count)] ?? count
}

function quoteWords(words: string[]): string {
  const isOne = words.length === 1 && !/\s/.test(words.join())
  return `the word${isOne ? '' : 's'} ${quote(words)}`
}

function quote(words: string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}
