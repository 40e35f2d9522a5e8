import MiniSearch, { type Options } from 'minisearch'
import SearchableMap from 'minisearch/SearchableMap'
import { z } from 'zod'
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
export type SearchIndex = {
  posts: MiniSearch<Searched>
  /** Every word as it is compared, and in how many posts it stands. */
  words: SearchableMap<number>
}

/** Letters and digits of any script, and the marks that belong to them; a word may hold an apostrophe. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

/** A word as it is compared, without accents and apostrophes: so are those of posts, of queries and of snippets. */
export function toTerm(word: string): string {
  // Most words are plain ASCII, which normalizing leaves as it is, and all words of a blog go through here twice.
  if (/^[a-zA-Z0-9]+$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
}

/** The words of a text as they are compared, in its order. */
export function toTerms(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(toTerm)
}

/** What a post is called and announced by. */
export const namingFields = ['title', 'tags', 'headings', 'description']

const options: Options<Searched> = {
  idField: 'slug',
  fields: [...namingFields, 'text'],
  tokenize: toTerms,
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 4, tags: 3, headings: 2, description: 2 },
    // A query is made of words of the index.
    tokenize: (term) => [term],
  },
}

/** An index without posts. */
export function makeSearchIndex(): SearchIndex {
  return { posts: new MiniSearch<Searched>(options), words: new SearchableMap() }
}

/** Adds a post, whose slug is in no index twice, and its text as `plainText` gives it: a millisecond for a thousand words. */
export function addToIndex(
  index: SearchIndex,
  post: Pick<Post, 'slug' | 'title' | 'tags' | 'headings' | 'description'>,
  text: string,
): void {
  const { slug, title, description } = post
  const tags = post.tags.join('\n')
  const headings = post.headings.map((heading) => heading.text).join('\n')
  index.posts.add({ slug, title, tags, headings, description, text })
  for (const term of new Set(toTerms([title, tags, headings, description, text].join('\n')))) {
    index.words.update(term, (posts = 0) => posts + 1)
  }
}

const wordsSchema = z.array(z.tuple([z.string(), z.number()]))

/** The index as `unpackSearchIndex` reads it again: a line with its words, one with its posts. */
export function packSearchIndex({ posts, words }: SearchIndex): string {
  return `${JSON.stringify([...words])}\n${JSON.stringify(posts)}`
}

/** Throws when the text is no index of this version of MiniSearch. */
export function unpackSearchIndex(packed: string): SearchIndex {
  const end = packed.indexOf('\n')
  return {
    posts: MiniSearch.loadJSON(packed.slice(end), options),
    words: SearchableMap.from(wordsSchema.parse(JSON.parse(packed.slice(0, end)))),
  }
}
