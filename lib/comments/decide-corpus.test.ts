import { afterAll, describe, expect, test } from 'vitest'
import { type CommentFacts, decide, type Rules, type Verdict, type Writer } from './decide'
import { rulesAsTheyCome, toRules } from './site-rules'
import { readCorpus, type Sample } from './testing/read-corpus'

const honest = readCorpus('honest.txt')
const spam = readCorpus('spam.txt')

/** Judged by the words alone: nobody fell into the trap, and Akismet was not asked. */
function judge(sample: Sample, writer: Writer, given: Partial<Rules> = {}): Verdict {
  const facts: CommentFacts = {
    ...sample,
    writer,
    isAuthorsAddress: false,
    trapFilled: false,
    elapsed: null,
    sameWordsElsewhere: false,
    recent: 0,
    akismet: null,
  }
  return decide(facts, { ...toRules(rulesAsTheyCome), ...given })
}

function namesOf(
  samples: Sample[],
  status: Verdict['status'],
  writer: Writer,
  given?: Partial<Rules>,
): string[] {
  return samples.filter((sample) => judge(sample, writer, given).status === status).map(({ name }) => name)
}

test('the set is 100 honest comments and 100 of spam, in many tongues', () => {
  for (const samples of [honest, spam]) {
    expect(samples).toHaveLength(100)
    expect(new Set(samples.map(({ body }) => body)).size).toBe(100)
    expect(new Set(samples.map(({ language }) => language)).size).toBeGreaterThanOrEqual(25)
  }
})

describe('of the honest', () => {
  test('none is lost, whoever wrote it: none is taken for spam', () => {
    for (const writer of ['new', 'known', 'trusted'] as const)
      expect(namesOf(honest, 'spam', writer)).toEqual([])
  })

  test('a first comment waits for no other reason, but for the one with two links', () => {
    for (const sample of honest) {
      const others = judge(sample, 'new').reasons.filter((reason) => reason !== 'first-comment')
      expect(others, sample.name).toEqual(sample.name === 'carpenter bee' ? ['links: 2'] : [])
    }
  })

  test('of writers seen before, 99 are published at once; of trusted ones, all', () => {
    expect(namesOf(honest, 'held', 'known')).toEqual(['carpenter bee'])
    expect(namesOf(honest, 'published', 'trusted')).toHaveLength(100)
  })
})

describe('of the spam', () => {
  test('none is published', () => {
    expect(namesOf(spam, 'published', 'new')).toEqual([])
  })

  test('three in ten are known for it', () => {
    expect(namesOf(spam, 'spam', 'new').length).toBeGreaterThanOrEqual(30)
  })

  // Of spam the lists have never seen more would pass: see docs/decisions/0011-deciding.md.
  test('were first comments not held, the praise of these four would pass for their websites’ sake', () => {
    expect(namesOf(spam, 'published', 'new', { holdFirst: false })).toEqual([
      'Cheap Nike Shoes',
      'nfl jerseys cheap',
      'test',
      'Olivia Bennett',
    ])
  })
})

describe('to the author', () => {
  const burdenOf = (sample: Sample) => {
    const { status, reasons } = judge(sample, 'new')
    return { tab: status === 'spam' ? 1 : 0, reasons: (status === 'spam' ? 100 : 0) + reasons.length }
  }
  /** How often one honest comment and one of spam stand in the right order, of all pairs; those that tie count half (AUC). */
  const orderedBy = (key: 'tab' | 'reasons') => {
    const burdens = spam.map((sample) => burdenOf(sample)[key])
    const halves = honest.flatMap((sample) => {
      const own = burdenOf(sample)[key]
      return burdens.map((other): number => (own < other ? 2 : own === other ? 1 : 0))
    })
    return halves.reduce((sum, half) => sum + half, 0) / halves.length / 2
  }
  const byTab = orderedBy('tab')
  const byReasons = orderedBy('reasons')
  afterAll(() =>
    console.info(
      `T4: honest before spam in ${(byTab * 100).toFixed(1)} % of pairs by the tab they wait in, ${(byReasons * 100).toFixed(1)} % by their reasons`,
    ),
  )

  // trust.md §6 asks for 95 %, of an order that learns; `features.md` has that for later.
  test('what is honest has fewer reasons than spam', () => {
    expect(byTab).toBeGreaterThan(0.6)
    expect(byReasons).toBeGreaterThan(0.9)
  })
})
