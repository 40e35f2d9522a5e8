import type { LatestPost } from '../comments/comment'
import { fetchOrGone, type Visit } from '../net/fetch-safely'
import { decodeText } from './decode-text'
import { findTitles } from './find-titles'
import { isSameSite } from './same-site'
import { sharesWords } from './shares-words'

/** What a look at the page of a latest post found. `unknown`: nobody can tell today. */
export type Seen = 'same' | 'gone' | 'moved' | 'unknown' | { nowCalled: string }

export type LinkedPost = LatestPost & { url: string }

/**
 * What has become of a latest post, as its page says today: the same when that still bears a word of its title, of the
 * name of its blog, or of what it was called when the author had it shown again. `website` is what its writer typed. All
 * that failed but a page that is gone is `unknown`.
 */
export async function lookAgain(
  { blog, title, url, allowedAs = '' }: LinkedPost,
  website: string,
  visit: Visit,
): Promise<Seen> {
  const page = await fetchOrGone(url, visit)
  if (page === null) return 'unknown'
  if (page === 'gone') return 'gone'
  if (!isSameSite(page.url, new URL(website))) return 'moved'
  const titles = /html/.test(page.type) ? findTitles(decodeText(page.body, page.charset)) : []
  const [nowCalled] = titles.filter((each) => /[\p{L}\p{N}]/u.test(each))
  // One that does not say in words what it is says nothing against it.
  if (nowCalled === undefined || sharesWords(`${title} ${blog} ${allowedAs}`, titles.join(' '))) return 'same'
  return { nowCalled }
}
