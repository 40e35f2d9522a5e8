import { site } from '../../content/site'
import { decodeSegment } from '../http/decode-segment'
import { findPost } from '../posts/find-post'
import { findTag } from '../posts/find-tag'
import { languageOf } from '../posts/language'
import { findSeries } from '../posts/list-series'
import { findPage } from '../posts/pages'
import { pickDye } from '../posts/pick-dye'
import type { Dye, Post } from '../posts/post'
import { findQuote } from '../quotes/find-quote'
import { beginFromRight } from './known-words'

/** What a picture shows; all of it from git. `seed` is what its cloth is woven from. */
export type PictureWords = {
  kind: 'page' | 'quote'
  /** A title, or the words of a quote. */
  words: string
  /** The line under a title, or the post a quote is from. */
  line: string
  seed: string
  dye: Dye
  /** Of a post its language tells, of all else its first letter. */
  isFromRight: boolean
}

const fixed = new Map([
  ['home', { words: site.name, line: site.line }],
  ['archive', { words: 'Archive', line: 'Every post, by year.' }],
  ['quotes', { words: 'Sentences that held', line: 'One patch each.' }],
  ['regulars', { words: 'The regulars', line: 'People who come back and say something.' }],
])

/**
 * What the picture at `/pictures/…` shows, by the segments of its address: `['posts', 'on-waiting.png']` is that of
 * `/posts/on-waiting`, `['home.png']` that of the home page. Null when there is no such page, or not yet.
 */
export async function findPicture(path: string[], now: Date = new Date()): Promise<PictureWords | null> {
  const last = path.at(-1)
  if (!last?.endsWith('.png')) return null
  const [first = '', name = '', part, number = '', ...more] = [
    ...path.slice(0, -1),
    last.slice(0, -'.png'.length),
  ].map(decodeSegment)
  if (more.length > 0) return null
  if (first === 'posts' && part === 'quotes') return findQuotePicture(name, number, now)
  if (part !== undefined) return null
  if (name === '') return findPagePicture(first)
  if (first === 'posts') {
    const post = await findPost(name, now)
    return post && { ...page(post.title, post.description, post.slug), ...lookOf(post) }
  }
  if (first === 'tags') {
    const tag = await findTag(name, now)
    return tag && page(tag.name, tag.sentence ?? site.line, `tag ${tag.slug}`)
  }
  if (first === 'series') {
    const series = await findSeries(name, now)
    return series && page(series.name, site.line, `series ${series.slug}`)
  }
  return null
}

async function findQuotePicture(slug: string, number: string, now: Date): Promise<PictureWords | null> {
  const found = await findQuote(slug, number, now)
  if (!found) return null
  const { post, quote } = found
  return { ...page(quote.text, post.title, post.slug), ...lookOf(post), kind: 'quote' }
}

async function findPagePicture(slug: string): Promise<PictureWords | null> {
  const known = fixed.get(slug)
  if (known) return page(known.words, known.line, slug)
  const found = await findPage(slug)
  return found && page(found.title, found.description, slug)
}

function page(words: string, line: string, seed: string): PictureWords {
  return { kind: 'page', words, line, seed, dye: pickDye(seed), isFromRight: beginFromRight(words) }
}

function lookOf({ dye, lang }: Post): Pick<PictureWords, 'dye' | 'isFromRight'> {
  return { dye, isFromRight: languageOf({ lang: lang ?? site.language }).dir === 'rtl' }
}
