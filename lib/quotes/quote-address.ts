import type { Post, Quote } from '../posts/post'
import { textDirective } from './text-directive'

/** The page of one quote, whose picture networks show: `/posts/on-waiting/quotes/1`. */
export function quotePath({ slug }: Pick<Post, 'slug'>, { number }: Pick<Quote, 'number'>): string {
  return `/posts/${slug}/quotes/${number}`
}

/**
 * Where the quote stands in its post: the card itself, and the words, which a browser that knows text fragments
 * lights up: `/posts/on-waiting#q-1:~:text=…`.
 */
export function sentencePath({ slug }: Pick<Post, 'slug'>, { number, text }: Pick<Quote, 'number' | 'text'>) {
  return `/posts/${slug}#q-${number}:~:${textDirective(text)}`
}
