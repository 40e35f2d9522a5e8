import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { oncePerProcess } from '@/db/once-per-process'

type Making = { stored: Promise<void>; end: () => void }

declare global {
  /** Called by `page-cache.ts` with the path of every page that it has stored. */
  var pageStored: ((path: string) => void) | undefined
  /** Called by it with the path of a page that was asked for and has to be made, as none is stored. */
  var pageMissed: ((path: string) => void) | undefined
}

/** By the path of the page. */
const beingMade = oncePerProcess('pages being made', () => new Map<string, Set<Making>>())

/** The paths of pages that are asked for and not stored. */
const missing = oncePerProcess('missing pages', () => new Set<string>())

globalThis.pageMissed = (path) => {
  missing.add(path)
}

globalThis.pageStored = (path) => {
  missing.delete(path)
  for (const { end } of beingMade.get(path) ?? []) end()
}

/** A page whose making ends without a word holds nobody up for longer, in milliseconds: two reads at 5 s each, and its writing. */
const longest = 15_000

/** Notes that the page at `path` is being made, from what is read from now on. */
export function beginPage(path: string): void {
  let end = () => {}
  const stored = new Promise<void>((resolve) => {
    end = resolve
  })
  const making = { stored, end }
  const pages = beingMade.get(path) ?? new Set()
  beingMade.set(path, pages.add(making))
  const timer = setTimeout(end, longest).unref()
  void stored.then(() => {
    clearTimeout(timer)
    pages.delete(making)
    if (pages.size === 0) beingMade.delete(path)
  })
}

/** Resolves when every page at `path` that is being made now is stored; at once, as a rule. */
export async function pagesMade(path: string): Promise<void> {
  await Promise.all([...(beingMade.get(path) ?? [])].map(({ stored }) => stored))
}

/**
 * True while a page is made that will be stored, at build or again later; false in an answer to one visitor.
 * Next has no public way to ask that would leave the page static.
 */
export function isToBeStored(): boolean {
  return workUnitAsyncStorage.getStore()?.type !== 'request'
}

/** True while a page at `path` is stored, so that readers have it also when it cannot be made again. */
export function isStored(path: string): boolean {
  return !missing.has(path)
}
