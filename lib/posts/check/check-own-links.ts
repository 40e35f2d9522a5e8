import { decodeSegment } from '../../http/decode-segment'
import { hint } from '../did-you-mean'
import type { Mistake } from '../mistake'
import type { ParsedPage, ParsedPost } from '../parse-file'
import { isPublicFile } from './addresses'

/** Links to posts, pages and places of our own that do not exist, or not yet when a reader follows them. */
export function checkOwnLinks(
  from: ParsedPost | ParsedPage,
  addresses: ReadonlyMap<string, ParsedPost | ParsedPage | null>,
  now: Date,
): Mistake[] {
  return from.ownLinks.flatMap(({ href, line, column }) => {
    const message = wrongWith(from, href, addresses, now)
    return message === null ? [] : [{ file: from.path, line, column, message }]
  })
}

function wrongWith(
  from: ParsedPost | ParsedPage,
  href: string,
  addresses: ReadonlyMap<string, ParsedPost | ParsedPage | null>,
  now: Date,
): string | null {
  const { pathname, hash } = new URL(href, 'https://own.invalid')
  const path = decodeSegment(pathname).replace(/(?<=.)\/$/, '')
  const target = href.startsWith('#') ? from : addresses.get(path)
  if (target === undefined) {
    const isComment = /^(\/posts\/[^/]+)\/(?:c\/\d+|comments\/\d+)$/.exec(path)
    if (isPublicFile(path) || (isComment?.[1] && addresses.has(isComment[1]))) return null
    return `there is no ${path} on this site${hintIn(path, addresses.keys())}`
  }
  if (target === null) return null
  const tooEarly = target === from ? null : notYetThere(from, target, now)
  return tooEarly ?? wrongPlace(target, decodeSegment(hash.slice(1)))
}

/** Guesses the last part of an address among those that differ in it alone: what they share says nothing. */
function hintIn(path: string, addresses: Iterable<string>): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const names = [...addresses].flatMap((address) =>
    address.startsWith(folder) ? [address.slice(folder.length)] : [],
  )
  return hint(path.slice(folder.length), names, (name) => folder + name)
}

/** Why a reader of one text may not reach another when the first is published; null when they can. A page is read at once. */
export function notYetThere(
  from: ParsedPost | ParsedPage,
  target: ParsedPost | ParsedPage,
  now: Date,
): string | null {
  if (target.kind === 'page' || !target.post) return null
  const ours = from.kind === 'post' ? from.post : null
  if (ours?.draft) return null
  if (target.post.draft) return `${target.slug} is a draft, which readers cannot see`
  const read = Math.max(now.getTime(), ours ? Date.parse(ours.publishedAt) : 0)
  return Date.parse(target.post.publishedAt) > read ? `${target.slug} is published later than this` : null
}

/** Places of a post that are not headings: its comments, the form, notes. */
const otherPlaces = /^(?:comments-h|comment-form|[cnr]-\d+)$/

function wrongPlace(target: ParsedPost | ParsedPage, id: string): string | null {
  const record = target.kind === 'post' ? target.post : target.page
  if (!record || id === '' || otherPlaces.test(id)) return null
  const ids = record.headings.map((heading) => heading.id)
  return ids.includes(id)
    ? null
    : `${target.slug} has no heading #${id}${hint(id, ids, (other) => `#${other}`)}`
}
