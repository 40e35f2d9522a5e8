import MiniSearch, { type Options, type SearchResult } from 'minisearch'
import type { Post } from '../posts/post'

/** What is searched of a post. */
type Searched = {
  slug: string
  title: string
  tags: string
  headings: string
  description: string
  text: string
}

/** Finds posts by their slugs. It keeps no text: a snippet is cut from the post itself (`cutSnippet`). */
export type SearchIndex = MiniSearch<Searched>

/** A post that was found, and the words of it that made the match, as the index knows them. */
export type Hit = { slug: string; terms: string[] }

/** Letters and digits of any script, and the marks that belong to them; a word may hold an apostrophe. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

/** A word as it is compared, without accents and apostrophes: so are those of posts, of queries and of snippets. */
export function toTerm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
}

const options: Options<Searched> = {
  idField: 'slug',
  fields: ['title', 'tags', 'headings', 'description', 'text'],
  tokenize: (text) => text.match(wordPattern) ?? [],
  processTerm: toTerm,
  searchOptions: {
    boost: { title: 4, tags: 3, headings: 2, description: 2 },
    // One letter begins too many words.
    prefix: (term) => term.length > 1,
  },
}

/** An index without posts. */
export function makeSearchIndex(): SearchIndex {
  return new MiniSearch<Searched>(options)
}

/** Adds a post, whose slug is in no index twice, and its text as `plainText` gives it: a millisecond for a thousand words. */
export function addToIndex(
  index: SearchIndex,
  post: Pick<Post, 'slug' | 'title' | 'tags' | 'headings' | 'description'>,
  text: string,
): void {
  const { slug, title, description } = post
  const headings = post.headings.map((heading) => heading.text).join('\n')
  index.add({ slug, title, tags: post.tags.join('\n'), headings, description, text })
}

/** The index as `unpackSearchIndex` reads it again. */
export function packSearchIndex(index: SearchIndex): string {
  return JSON.stringify(index)
}

/** Throws when the text is no index of this version of MiniSearch. */
export function unpackSearchIndex(packed: string): SearchIndex {
  return MiniSearch.loadJSON(packed, options)
}

/** What a query found: `guessed` when a word of it stands nowhere, and a post was found by one like it. */
export type Hits = { hits: Hit[]; guessed: boolean }

/**
 * The posts that hold every word of a query, or words that begin with it, best first; when there is none, those that
 * hold any. Only a word that stands in no post is taken for a slip of the finger: what is there as it was typed was
 * meant so, and no guess comes beside it. Posts of which `isShown` says no are as if they were not there. A query
 * without a word finds nothing.
 */
export function searchIndex(
  index: SearchIndex,
  query: string,
  isShown: (slug: string) => boolean = () => true,
): Hits {
  const filter = ({ id }: SearchResult) => isShown(String(id))
  const known = new Map<string, boolean>()
  const isKnown = (term: string) => {
    const found = known.get(term) ?? index.search(term, { filter }).length > 0
    known.set(term, found)
    return found
  }
  const options = { filter, fuzzy: (term: string) => (isKnown(term) ? false : slipsIn(term)) }
  const all = index.search(query, { ...options, combineWith: 'AND' })
  const found = all.length > 0 ? all : index.search(query, options)
  const guessed = found.some(({ queryTerms }) => queryTerms.some((term) => !isKnown(term)))
  return { hits: found.map(toHit), guessed }
}

/** How far a word may be from the one that was meant, as a share of its letters: one slip in four of them, two in ten. */
function slipsIn(term: string): number | false {
  return term.length < 4 ? false : 0.2
}

function toHit({ id, terms }: SearchResult): Hit {
  return { slug: String(id), terms }
}
