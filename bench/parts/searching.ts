import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHits } from '../../lib/search/find-hits'
import {
  addToIndex,
  makeSearchIndex,
  packSearchIndex,
  type SearchIndex,
  unpackSearchIndex,
} from '../../lib/search/search-index'
import { slugOf, writePosts } from '../measure/content'
import type { Figure } from '../measure/figure'

const count = 10_000

/** What is searched, by what it costs. Every post of the bench is of the author's own paragraphs, so words are in many. */
const queries = {
  'a rare word': 'fail',
  'a word that every post is announced with': 'the',
  'a word that stands in every text, and in no title': 'that',
  'two words of most texts': 'it was',
  'the beginning of hundreds of words': 'wa',
  'a slip of the finger': 'jumpr',
  'a sentence': 'we try the thing we said we would try and it comes apart in our hands',
  'two hundred characters of beginnings':
    'th wa we ha in to of an be it he wh st co re se pr ma di un so no '.repeat(3),
}

/** How long the server looks for the posts of a query among 10,000, and reads their index when it is first asked. */
export function searching(): Figure[] {
  const index = indexMany()
  const packed = packSearchIndex(index)
  const read = timesOf(3, () => unpackSearchIndex(packed))
  return [
    { what: `the index of ${count} posts, read once a process`, unit: 'ms', ours: read },
    ...Object.entries(queries).map(
      ([what, query]): Figure => ({
        what: `search ${count} posts for ${what}`,
        unit: 'ms',
        ours: timesOf(15, () => findHits(index, query)),
        budget: { of: 'ours', most: 20 },
      }),
    ),
  ]
}

function indexMany(): SearchIndex {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  try {
    writePosts(folder, count)
    const index = makeSearchIndex()
    for (let number = 1; number <= count; number += 1) {
      const slug = slugOf(number)
      const [, front = '', text = ''] = readFileSync(join(folder, 'posts', `${slug}.mdx`), 'utf8').split(
        '---\n',
      )
      const tags = [`tag ${number % 10}`]
      const fieldOf = (name: string) => front.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? ''
      const named = { title: fieldOf('title'), description: fieldOf('description') }
      addToIndex(index, { slug, ...named, tags, headings: [] }, text)
    }
    return index
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds, without the first time, in which nothing is compiled yet. */
function timesOf(times: number, work: () => unknown): number[] {
  work()
  return Array.from({ length: times }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
}
