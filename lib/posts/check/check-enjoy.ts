import { hint } from '../did-you-mean'
import type { Mistake } from '../mistake'
import type { ParsedPost } from '../parse-file'
import { notYetThere } from './check-own-links'

/** The author's pick for the P.S. exists, is another post, and can be read by then. */
export function checkEnjoy(parsed: ParsedPost, posts: ReadonlyMap<string, ParsedPost>, now: Date): Mistake[] {
  const wanted = parsed.post?.enjoy?.slug
  if (wanted === undefined) return []
  const message = wrongWith(parsed, wanted, posts, now)
  return message === null
    ? []
    : [{ file: parsed.path, ...parsed.place(['enjoy']), message: `"enjoy": ${message}` }]
}

function wrongWith(
  parsed: ParsedPost,
  wanted: string,
  posts: ReadonlyMap<string, ParsedPost>,
  now: Date,
): string | null {
  if (wanted === parsed.slug) return 'a post cannot suggest itself'
  const target = posts.get(wanted)
  if (!target) return `there is no post ${wanted}${hint(wanted, posts.keys())}`
  return notYetThere(parsed, target, now)
}
