import { forget, keep, readKept } from './on-device'

/** A text that is typed into a field, as it is kept on this device until it is sent. */
export type Keeping = {
  /** What the device calls all of this kind. */
  among: string
  /** Its name among them. */
  as: string
  /** What stands in its field before anything is typed there. */
  before: string
  /** Which wording it changes, in words that another one has not; empty where that is all the same. */
  of: string
  /** For how long, in milliseconds. */
  time: number
}

type Kept = { text: string; of: string; at: number; until: number }

/**
 * What was kept, and when it was typed last, in milliseconds since 1970; null when there is nothing, or not any more.
 * `isStale`: it changes a wording that is not the present one.
 */
export function readWords({ among, as, of }: Keeping): { text: string; at: number; isStale: boolean } | null {
  const kept = readAll(among).find(([key]) => key === as)?.[1]
  return kept ? { text: kept.text, at: kept.at, isStale: kept.of !== of } : null
}

/** Keeps a text; what stands there anyway is not worth it. */
export function keepWords({ among, as, before, of, time }: Keeping, text: string): void {
  const others = readAll(among).filter(([key]) => key !== as)
  const at = Date.now()
  storeAll(among, text === before ? others : [...others, [as, { text, of, at, until: at + time }]])
}

export function forgetWords(keeping: Keeping): void {
  keepWords(keeping, keeping.before)
}

/**
 * Forgets what was sent from a field. False when something else has been typed there since, which stays; true when there
 * is nothing more to keep.
 */
export function forgetSent(keeping: Keeping, sent: string): boolean {
  const kept = readWords(keeping)
  if (kept && kept.text !== toTyped(sent)) return false
  forgetWords(keeping)
  return true
}

/** Takes off the device whatever was kept for its time. */
export function forgetOldWords(among: string): void {
  readAll(among)
}

/** Whether anything typed here waits to be sent. */
export function hasWords(among: string): boolean {
  return readAll(among).length > 0
}

/** A text as a field gives it back. */
export function toTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** In no order. What was kept for its time is not read, and not on the device any more. */
function readAll(among: string): [string, Kept][] {
  const found = Object.entries(readKept(among))
  const all = found.flatMap(([key, value]): [string, Kept][] =>
    isKept(value) && Date.now() < value.until ? [[key, value]] : [],
  )
  if (all.length < found.length) storeAll(among, all)
  return all
}

function storeAll(among: string, all: [string, Kept][]): void {
  if (all.length === 0) forget(among)
  else keep(among, Object.fromEntries(all))
}

function isKept(value: unknown): value is Kept {
  const { text, of, at, until }: Partial<Record<keyof Kept, unknown>> = { ...Object(value) }
  return [text, of].every((each) => typeof each === 'string') && [at, until].every(Number.isFinite)
}
