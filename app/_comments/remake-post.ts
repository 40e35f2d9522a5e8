import { revalidatePath } from 'next/cache'
import type { Post } from '@/lib/posts/post'
import { pagesMade } from './pages-being-made'

/**
 * Makes the page of a post again after its comments changed. Call it after the commit, and answer the writer
 * when it resolves. Next gives a page that is being made to everybody who asks meanwhile, and dates it by its
 * end: one that was read before the commit would pass for newer than this call. So none of those may be left.
 */
export async function remakePost(post: Pick<Post, 'id' | 'slug'>): Promise<void> {
  await pagesMade(post.id)
  revalidatePath(`/posts/${post.slug}`)
}
