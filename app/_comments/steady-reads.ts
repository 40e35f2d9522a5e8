import { oncePerProcess } from '@/db/once-per-process'

/** How often the comments of a post changed in this process, by post id. */
const versions = oncePerProcess('versions of conversations', () => new Map<string, number>())
/** Reads of a conversation that have begun and not ended, by post id. */
const underWay = oncePerProcess('reads of conversations', () => new Map<string, Set<Promise<unknown>>>())
const mostReads = 3

/** What `read` gives of a post's comments, read again when they changed meanwhile: a page must not be stored with rows from before a write. */
export async function readSteadily<Rows>(postId: string, read: () => Promise<Rows>): Promise<Rows> {
  for (let reads = 1; ; reads += 1) {
    const version = versionOf(postId)
    const rows = await noted(postId, read())
    if (version === versionOf(postId) || reads === mostReads) return rows
  }
}

/**
 * Says that the comments of a post have changed, and resolves when no read is left that began before; never
 * rejects. Reads that are under way begin again, and each of their queries gives up after 5 s.
 */
export async function outdateReads(postId: string): Promise<void> {
  versions.set(postId, versionOf(postId) + 1)
  await Promise.allSettled(underWay.get(postId) ?? [])
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
