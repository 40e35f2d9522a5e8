/** The cloths a swatch is drawn on. Madder is the author's among people; posts may wear any of them. */
export const dyes = ['indigo', 'madder', 'weld', 'moss', 'vat', 'flax'] as const

export type Dye = (typeof dyes)[number]

export type Series = { name: string; slug: string; order: number }

export type Heading = { id: string; text: string; level: 2 | 3 }

/** A sentence a reader can share with one click: one `<Tweetable>` in a post. */
export type Quote = {
  /** Counts from 1 in the order of the post; part of its address. */
  number: number
  /** The words on the card, as plain text. */
  text: string
  /** The words that are shared: `tweet=` when the author gave a shorter one, else `text`. */
  tweet: string
  /** A handle without `@`, or null for none. */
  via: string | null
  /** False for `url="no"`: the words are shared without the post's address. */
  withUrl: boolean
  /** True when the text of the post says the same words: a screen reader then reads them there alone. */
  repeated: boolean
}

/** The author's pick for the P.S. of a post: another post's slug and, maybe, a sentence about why. */
export type Enjoy = { slug: string; sentence: string | null }

export type Picture = { src: string; alt: string }

/** All that lists, feeds and heads of pages need to know of a post. The text itself is read by `readTree`. */
export type Post = {
  /** Never changes, also when the slug does: comments hang on it. */
  id: string
  slug: string
  title: string
  description: string
  /** When it is published, as an ISO 8601 instant; in the future for a scheduled post. */
  publishedAt: string
  /** When it was mended, as an ISO 8601 instant; null when it never was. */
  updatedAt: string | null
  /** The language of its text where it is not the site's, in BCP 47. */
  lang: string | null
  draft: boolean
  tags: string[]
  series: Series | null
  enjoy: Enjoy | null
  /** Slugs of posts like this one, best first, found by words, tags and series. May name scheduled posts: filter by time. */
  related: string[]
  image: Picture | null
  dye: Dye
  /** False when the author closed the comments of this post. */
  comments: boolean
  redirects: string[]
  words: number
  /** Reading time in whole minutes, at least 1. */
  minutes: number
  /** The first two sentences of the text, without marks. */
  opening: string
  headings: Heading[]
  quotes: Quote[]
  /** How many links in the text are paid for (affiliate hosts and `<Sponsored>`). */
  paidLinks: number
  /** The file, relative to the content folder: `posts/sometimes-we-fail.mdx`. */
  file: string
  /** SHA-256 of the file, in hex: the same text is never compiled twice. */
  hash: string
}

/** A page of `content/pages`: about, disclosure, privacy. */
export type Page = Pick<Post, 'slug' | 'title' | 'description' | 'headings' | 'paidLinks' | 'file' | 'hash'>
