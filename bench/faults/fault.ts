/** What a fault run found: whether the promise held, the figures behind it, and what this machine did not let it try, with the reason. */
export type Finding = { held: boolean; figures: string; skipped?: string[] }

/** One row of the fault table. The short form runs in `npm test`, the long one in `npm run faults`. */
export type Fault = {
  id: string
  promise: string
  run(long: boolean): Promise<Finding>
}

/** Resolves once `look` answers true; rejects after `ms`, saying what was waited for. */
export async function until(what: string, look: () => Promise<boolean>, ms: number): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < ms) {
    if (await look()) return performance.now() - begun
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`waited ${ms} ms in vain: ${what}`)
}

/** Asks and reads to the end: an answer that is left unread holds up the end of its site, by 3 s here. */
export async function statusOf(url: string, init?: RequestInit): Promise<number> {
  const answer = await fetch(url, init)
  await answer.arrayBuffer()
  return answer.status
}

/** The value below which `share` of the numbers lie. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
