import { describe, expect, test } from 'vitest'
import {
  type CommentFacts,
  decide,
  isForAkismet,
  type Reason,
  type Rules,
  ruleNames,
  type Verdict,
  type Writer,
} from './decide'
import { readWords } from './find-words'
import { ruleBehind } from './say-reasons'

const rules: Rules = {
  author: 'Unpicked',
  holdFirst: true,
  links: 2,
  flood: { count: 3, minutes: 2 },
  quickest: 2000,
  holdWords: readWords('best price\ncasino'),
  spamWords: readWords('free spins\npills'),
}

/** Somebody published before, on an ordinary day. */
const ordinary: CommentFacts = {
  writer: 'known',
  name: 'Wren',
  website: null,
  isAuthorsAddress: false,
  body: 'I read this on the bus and missed my stop.',
  trapFilled: false,
  elapsed: 40_000,
  sameWordsElsewhere: false,
  recent: 0,
  akismet: null,
}
const long = 'A text so long that nobody writes the very same words by chance.'

type Row = [string, Partial<CommentFacts>, Verdict['status'], Reason[]]

const single: Row[] = [
  ['an ordinary comment', {}, 'published', []],
  ['a first comment', { writer: 'new' }, 'held', ['first-comment']],
  ['a person the author trusts', { writer: 'trusted' }, 'published', []],
  ['a person the author blocked', { writer: 'blocked' }, 'spam', ['blocked']],
  ['one link', { body: 'See https://a.example' }, 'published', []],
  ['two links', { body: 'See https://a.example and b.example/c' }, 'held', ['links: 2']],
  ['two links in code', { body: '`https://a.example https://b.example`' }, 'published', []],
  ['a word that holds', { body: 'The best\nprice, in a Casino.' }, 'held', ['hold-word: best price, casino']],
  ['a word that holds, within another', { body: 'Casinos' }, 'published', []],
  ['a word that holds, as the name', { name: 'Casino Tester' }, 'held', ['hold-word: casino']],
  [
    'a word that holds, in the website',
    { website: 'https://casino.example/' },
    'held',
    ['hold-word: casino'],
  ],
  [
    'a word that holds, behind a link',
    { body: '[x](https://a.example/casino)' },
    'held',
    ['hold-word: casino'],
  ],
  ['a word that holds, split by marks', { body: 'ca**si**no' }, 'held', ['hold-word: casino']],
  ['a word of spam, of somebody known', { body: 'Pills' }, 'held', ['spam-word: pills']],
  ['the same words elsewhere', { sameWordsElsewhere: true, body: long }, 'held', ['same-words']],
  ['the same few words elsewhere', { sameWordsElsewhere: true, body: 'Thank you!' }, 'published', []],
  ['the third within minutes', { recent: 2 }, 'published', []],
  ['the fourth within minutes', { recent: 3 }, 'held', ['flood']],
  ['the hidden field filled in', { trapFilled: true }, 'held', ['trap']],
  ['a quick writer', { elapsed: 1999 }, 'published', []],
  ['a form without a script', { elapsed: null }, 'published', []],
  ['a name like the author’s', { name: 'Unp1cked' }, 'held', ['look-alike']],
  ['the author’s address', { isAuthorsAddress: true }, 'held', ['authors-address']],
  ['an address for a name', { name: 'mugs4u.example' }, 'held', ['address-in-name']],
  ['an e-mail address for a name', { name: 'me@mugs4u.example' }, 'held', ['address-in-name']],
  ['an e-mail address in the text', { body: 'Write to me@a.example' }, 'held', ['contact']],
  ['an e-mail address in code', { body: '`me@a.example`' }, 'published', []],
  ['links as other sites write them', { body: '[url=x]here[/url]' }, 'held', ['foreign-markup']],
  ['a disguised word', { body: 'the best сasinо' }, 'held', ['disguised-word: сasinо']],
  ['Akismet says ham', { akismet: 'ham' }, 'published', []],
  ['Akismet says spam, of somebody known', { akismet: 'spam' }, 'held', ['akismet-spam']],
  ['Akismet says neither', { akismet: 'unknown' }, 'held', ['akismet-unsure']],
]

const meeting: Row[] = [
  // A stranger, and what is spam.
  [
    'a stranger, a word of spam',
    { writer: 'new', body: 'Pills' },
    'spam',
    ['spam-word: pills', 'first-comment'],
  ],
  [
    'a stranger, Akismet says spam',
    { writer: 'new', akismet: 'spam' },
    'spam',
    ['akismet-spam', 'first-comment'],
  ],
  ['a stranger, Akismet says ham', { writer: 'new', akismet: 'ham' }, 'held', ['first-comment']],
  ['blocked, Akismet says ham', { writer: 'blocked', akismet: 'ham' }, 'spam', ['blocked']],
  ['blocked, a word of spam', { writer: 'blocked', body: 'Pills' }, 'spam', ['blocked', 'spam-word: pills']],
  ['a word of spam, Akismet says ham', { body: 'Pills', akismet: 'ham' }, 'held', ['spam-word: pills']],
  [
    'a word of spam, one that holds',
    { body: 'Pills, casino' },
    'held',
    ['spam-word: pills', 'hold-word: casino'],
  ],
  // Trust forgives what somebody says, not what nobody does by hand.
  ['trusted, links', { writer: 'trusted', body: 'https://a.example https://b.example' }, 'published', []],
  ['trusted, a word that holds', { writer: 'trusted', body: 'A casino' }, 'published', []],
  ['trusted, a name like the author’s', { writer: 'trusted', name: 'Unp1cked' }, 'held', ['look-alike']],
  [
    'trusted, the author’s address',
    { writer: 'trusted', isAuthorsAddress: true },
    'held',
    ['authors-address'],
  ],
  ['trusted, an address for a name', { writer: 'trusted', name: 'wren.example' }, 'published', []],
  ['trusted, an e-mail address', { writer: 'trusted', body: 'me@a.example' }, 'published', []],
  ['trusted, markup', { writer: 'trusted', body: '[url=x]y[/url]' }, 'published', []],
  ['trusted, a disguised word', { writer: 'trusted', body: 'сasinо' }, 'published', []],
  ['trusted, Akismet says neither', { writer: 'trusted', akismet: 'unknown' }, 'published', []],
  ['trusted, a word of spam', { writer: 'trusted', body: 'Pills' }, 'held', ['spam-word: pills']],
  ['trusted, Akismet says spam', { writer: 'trusted', akismet: 'spam' }, 'held', ['akismet-spam']],
  [
    'trusted, the same words',
    { writer: 'trusted', sameWordsElsewhere: true, body: long },
    'held',
    ['same-words'],
  ],
  ['trusted, many at once', { writer: 'trusted', recent: 3 }, 'held', ['flood']],
  ['trusted, the hidden field', { writer: 'trusted', trapFilled: true }, 'held', ['trap']],
  // A hint is named beside what holds.
  ['quick, the hidden field', { elapsed: 0, trapFilled: true }, 'held', ['trap', 'quick']],
  ['quick, a first comment', { elapsed: 0, writer: 'new' }, 'held', ['first-comment', 'quick']],
  ['quick, trusted, links', { elapsed: 0, writer: 'trusted', body: 'a.example b.example' }, 'published', []],
  // The signed-in author is never held.
  [
    'the author, all of it',
    { writer: 'author', name: 'Unpicked', isAuthorsAddress: true, body: 'Pills', recent: 9 },
    'published',
    [],
  ],
]

describe('one reason', () => {
  test.each(single)('%s', (_case, facts, status, reasons) => {
    expect(decide({ ...ordinary, ...facts }, rules)).toEqual({ status, reasons })
  })
})

describe('reasons that meet', () => {
  test.each(meeting)('%s', (_case, facts, status, reasons) => {
    expect(decide({ ...ordinary, ...facts }, rules)).toEqual({ status, reasons })
  })
})

test('every rule has a row of its own', () => {
  const named = single.flatMap(([, , , reasons]) => reasons.map(ruleBehind))
  expect(new Set([...named, 'quick'])).toEqual(new Set(ruleNames))
})

/** What brings each reason, in parts that stand together: bodies are joined. */
const parts = single.filter(([, , status]) => status !== 'published')
const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other] as const))

test('any two that can meet are both named, in the order of the rules, and the graver one decides', () => {
  let met = 0
  for (const [[oneCase, one, , oneReasons], [otherCase, other, , otherReasons]] of pairs) {
    const shared = Object.keys(one).filter((fact) => fact !== 'body' && fact in other)
    const [oneRule, otherRule] = [oneReasons, otherReasons].map((reasons) => ruleBehind(reasons[0] ?? ''))
    if (shared.length > 0 || oneRule === otherRule) continue
    met += 1
    const body = [one.body, other.body].filter((text) => text !== undefined).join('\n\n')
    const facts = { ...ordinary, ...one, ...other, ...(body === '' ? {} : { body }) }
    const { status, reasons } = decide(facts, rules)
    const expected = ruleNames.filter((name) => name === oneRule || name === otherRule)
    expect(reasons.map(ruleBehind), `${oneCase}, ${otherCase}`).toEqual(expected)
    const isStranger = facts.writer === 'new' || facts.writer === 'blocked'
    const isGrave = expected.some(
      (name) => name === 'blocked' || name === 'spam-word' || name === 'akismet-spam',
    )
    expect(status, `${oneCase}, ${otherCase}`).toBe(isStranger && isGrave ? 'spam' : 'held')
  }
  expect(met).toBeGreaterThan(150)
})

test('the numbers are for the site to say', () => {
  const facts = {
    ...ordinary,
    writer: 'new' as const,
    body: 'See a.example',
    elapsed: 3000,
    recent: 1,
    trapFilled: true,
  }
  expect(decide(facts, { ...rules, holdFirst: false }).reasons).toEqual(['trap'])
  expect(decide(facts, { ...rules, holdFirst: false, links: 1 }).reasons).toEqual(['trap', 'links: 1'])
  expect(decide(facts, { ...rules, holdFirst: false, flood: { count: 1, minutes: 9 } }).reasons).toEqual([
    'trap',
    'flood',
  ])
  expect(decide(facts, { ...rules, holdFirst: false, quickest: 3001 }).reasons).toEqual(['trap', 'quick'])
  expect(decide({ ...facts, name: 'Wren' }, { ...rules, author: 'VVren' }).reasons).toContain('look-alike')
})

test.each<[string, Writer, Verdict, boolean]>([
  ['what would be published', 'known', { status: 'published', reasons: [] }, true],
  ['a first comment', 'new', { status: 'held', reasons: ['first-comment'] }, true],
  [
    'a first comment, in next to no time',
    'new',
    { status: 'held', reasons: ['first-comment', 'quick'] },
    true,
  ],
  ['what waits for it', 'known', { status: 'held', reasons: ['akismet-unsure'] }, true],
  ['what a rule of ours holds', 'known', { status: 'held', reasons: ['links: 3'] }, false],
  [
    'a first comment that another rule holds',
    'new',
    { status: 'held', reasons: ['first-comment', 'trap'] },
    false,
  ],
  ['probable spam', 'blocked', { status: 'spam', reasons: ['blocked'] }, false],
  ['what was put into Spam by hand', 'known', { status: 'spam', reasons: [] }, false],
  ['the author', 'author', { status: 'published', reasons: [] }, false],
  ['somebody trusted', 'trusted', { status: 'published', reasons: [] }, false],
])('Akismet and %s', (_case, writer, verdict, expected) => {
  expect(isForAkismet(writer, verdict)).toBe(expected)
})
