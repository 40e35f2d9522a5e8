import { oncePerProcess } from '@/db/once-per-process'

/** By post id: each resolves when its page is stored. */
const beingMade = oncePerProcess('pages being made', () => new Map<string, Set<Promise<void>>>())

/** A page whose making ended without a word holds nobody up for longer, in milliseconds: two reads at 5 s each, and its writing. */
const longest = 15_000

/** Notes that the page of a post is being made from what is read from now on; call what it gives back when the page is stored. */
export function beginPage(postId: string): () => void {
  let end = () => {}
  const made = new Promise<void>((resolve) => {
    end = resolve
  })
  const pages = beingMade.get(postId) ?? new Set()
  beingMade.set(postId, pages.add(made))
  const timer = setTimeout(end, longest).unref()
  void made.then(() => {
    clearTimeout(timer)
    pages.delete(made)
    if (pages.size === 0) beingMade.delete(postId)
  })
  return end
}

/** Resolves when every page of a post that is being made now is stored; at once, as a rule. */
export async function pagesMade(postId: string): Promise<void> {
  await Promise.all(beingMade.get(postId) ?? [])
}
