import { findPostById } from '@/lib/posts/find-post'
import { remakeRegulars } from './regulars'
import { remakeWithHome } from './remake-post'

/**
 * Makes the pages of these posts again, by their ids, and those of the regulars, who may be others now; posts that readers
 * do not have are passed over.
 */
export async function remakePosts(ids: string[]): Promise<void> {
  for (const id of new Set(ids)) {
    const post = await findPostById(id)
    if (post) await remakeWithHome(post)
  }
  if (ids.length > 0) await remakeRegulars()
}
