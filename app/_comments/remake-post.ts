import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import type { Post } from '@/lib/posts/post'
import { outdateReads } from './steady-reads'

/** Longer than a page takes from its last read of the comments until it is stored. */
const settled = 500

/**
 * Makes the page of a post again after its comments changed. Call it after the commit, and answer the writer
 * when it resolves: whoever asks while a page is being made is given that page, so no read that began before
 * the commit may be left by then.
 */
export async function remakePost(post: Pick<Post, 'id' | 'slug'>): Promise<void> {
  await outdateReads(post.id)
  revalidatePath(`/posts/${post.slug}`)
  // A page that was read before the commit can still be stored after this answer.
  after(async () => {
    await new Promise((resolve) => setTimeout(resolve, settled))
    revalidatePath(`/posts/${post.slug}`)
  })
}
