import type { Post, Quote } from '../posts/post'

/** A quote and the post it stands in. */
export type WallQuote = Quote & { post: Pick<Post, 'slug' | 'title' | 'dye'> }

/** The quotes of these posts in their order. Empty when none of them has a quote. */
export function listWall(posts: readonly Pick<Post, 'slug' | 'title' | 'dye' | 'quotes'>[]): WallQuote[] {
  return posts.flatMap(({ slug, title, dye, quotes }) =>
    quotes.map((quote) => ({ ...quote, post: { slug, title, dye } })),
  )
}
