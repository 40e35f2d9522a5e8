import { useEffect } from 'react'
import type { ShownThread } from '@/app/_comments/show-threads'
import { isMineRemembered, noteMine, usePlace } from './mine-store'

/** The comments of a page with this browser's own among them: asked for once the page is there, if it wrote any here. */
export function useMine(slug: string, threads: ShownThread[]): ShownThread[] {
  useEffect(() => {
    if (isMineRemembered(slug)) void askMine(slug)
  }, [slug])
  return usePlace()(threads)
}

/** Notes on this device that a comment was written under a post, and shows it in its place. */
export function rememberMine(slug: string): void {
  noteMine(slug)
  void askMine(slug)
}

/** Readers who wrote nothing load none of it. Without it the page is what everybody sees. */
async function askMine(slug: string): Promise<void> {
  try {
    const { showMine } = await import('./mine')
    await showMine(slug)
  } catch {
    // Out of reach: the next visit asks again.
  }
}
