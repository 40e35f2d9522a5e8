import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { oncePerProcess } from '@/db/once-per-process'
import type { Post } from '@/lib/posts/post'

/** How often the comments of a post changed in this process, by post id. */
const versions = oncePerProcess('versions of conversations', () => new Map<string, number>())
/** Reads of a conversation that have begun and not ended, by post id. */
const underWay = oncePerProcess('reads of conversations', () => new Map<string, Set<Promise<unknown>>>())
const mostReads = 3
/** Longer than a page takes from its last read of the comments until it is stored. */
const settled = 500

/**
 * Makes the page of a post again after its comments changed. Call it after the commit, and answer the writer
 * when it resolves: whoever asks while a page is being made is given that page, so no read that began before
 * the commit may be left by then. Reads give up after 5 s, and so does the wait for them.
 */
export async function remakePost(post: Pick<Post, 'id' | 'slug'>): Promise<void> {
  versions.set(post.id, versionOf(post.id) + 1)
  await Promise.allSettled(underWay.get(post.id) ?? [])
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
    const rows = await noted(postId, read())
    if (version === versionOf(postId) || reads === mostReads) return rows
  }
}

async function noted<Rows>(postId: string, read: Promise<Rows>): Promise<Rows> {
  const reads = underWay.get(postId) ?? new Set()
  underWay.set(postId, reads.add(read))
  try {
    return await read
  } finally {
    reads.delete(read)
    if (reads.size === 0) underWay.delete(postId)
  }
}

function versionOf(postId: string): number {
  return versions.get(postId) ?? 0
}
