import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { oncePerProcess } from '@/db/once-per-process'
import type { Post } from '@/lib/posts/post'

/** How often the comments of a post changed in this process, by post id. */
const versions = oncePerProcess('versions of conversations', () => new Map<string, number>())
const mostReads = 3
/** Longer than a page takes from its last read of the comments until it is stored. */
const settled = 500

/** Makes the page of a post again after its comments changed. Call it after the commit. */
export function remakePost(post: Pick<Post, 'id' | 'slug'>): void {
  versions.set(post.id, versionOf(post.id) + 1)
  revalidatePath(`/posts/${post.slug}`)
  // A page that was read before the commit can still be stored after this answer.
  after(async () => {
    await new Promise((resolve) => setTimeout(resolve, settled))
    revalidatePath(`/posts/${post.slug}`)
  })
}

/** What `read` gives of a post's comments, read again when they changed meanwhile: a page must not be stored with rows from before a write. */
export async function readSteadily<Rows>(postId: string, read: () => Promise<Rows>): Promise<Rows> {
  for (let reads = 1; ; reads += 1) {
    const version = versionOf(postId)
    const rows = await read()
    if (version === versionOf(postId) || reads === mostReads) return rows
  }
}

function versionOf(postId: string): number {
  return versions.get(postId) ?? 0
}
