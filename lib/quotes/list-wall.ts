import type { Post, Quote } from '../posts/post'

/** A quote and the post it stands in. */
export type WallQuote = Quote & { post: Pick<Post, 'slug' | 'title' | 'dye' | 'lang'> }

/** The quotes of these posts in their order. Empty when none of them has a quote. */
export function listWall(
  posts: readonly Pick<Post, 'slug' | 'title' | 'dye' | 'lang' | 'quotes'>[],
): WallQuote[] {
  return posts.flatMap(({ slug, title, dye, lang, quotes }) =>
    quotes.map((quote) => ({ ...quote, post: { slug, title, dye, lang } })),
  )
}
