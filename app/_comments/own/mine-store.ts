import { useSyncExternalStore } from 'react'
import { forget, keep, readKept } from '@/app/_comments/on-device'
import type { ShownThread } from '@/app/_comments/show-threads'

/**
 * Puts this browser's own comments among the others. In a list that goes on (`isMore`) only those that stand in it: the
 * first list has all that have no place.
 */
export type Place = (threads: ShownThread[], isMore?: boolean) => ShownThread[]

const asTheyAre: Place = (threads) => threads

let place = asTheyAre
const listeners = new Set<() => void>()

/** Only in browsers: on the server this module is shared by everybody. */
export function setPlace(next: Place): void {
  place = next
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** How own comments are placed at the moment; another one whenever one of them changes. */
export function usePlace(): Place {
  return useSyncExternalStore(
    subscribe,
    () => place,
    () => asTheyAre,
  )
}

const rememberedAs = (slug: string) => `comments-here:${slug}`

/** True when this device remembers a comment under a post. */
export function isMineRemembered(slug: string): boolean {
  return 'here' in readKept(rememberedAs(slug))
}

/** Notes on this device that a comment was written under a post. */
export function noteMine(slug: string): void {
  keep(rememberedAs(slug), { here: true })
}

/** There is nothing left to show or to change: the next visit need not ask. */
export function forgetMine(slug: string): void {
  forget(rememberedAs(slug))
}
