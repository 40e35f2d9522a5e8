/** Where a comment stands: all that the order of a conversation depends on. */
export type Place = { number: number; parentNumber: number | null; removed: boolean }

/** One thread in reading order: each comment is followed by the replies to it, these by number. */
export type Thread = { rootNumber: number; numbers: number[] }

/**
 * Sorts the comments of one post into threads, by the number of the first comment. A removed comment keeps
 * its place only while something that is left answers it, however far down. Works without recursion, as
 * anybody may reply to a reply a thousand times.
 */
export function orderThreads(places: Place[]): Thread[] {
  const sorted = places.toSorted((one, other) => one.number - other.number)
  const kept = findKept(sorted)
  const replies = new Map<number, number[]>()
  const roots: number[] = []
  for (const { number, parentNumber } of sorted) {
    if (!kept.has(number)) continue
    if (parentNumber === null) roots.push(number)
    else addTo(replies, parentNumber, number)
  }
  return roots.map((rootNumber) => ({ rootNumber, numbers: depthFirst(rootNumber, replies) }))
}

/** What is not removed, and every ancestor of it. */
function findKept(places: Place[]): Set<number> {
  const byNumber = new Map(places.map((place) => [place.number, place]))
  const kept = new Set<number>()
  for (const place of places) {
    if (place.removed) continue
    let current: Place | undefined = place
    while (current && !kept.has(current.number)) {
      kept.add(current.number)
      current = current.parentNumber === null ? undefined : byNumber.get(current.parentNumber)
    }
  }
  return kept
}

function addTo(replies: Map<number, number[]>, parent: number, number: number) {
  const siblings = replies.get(parent)
  if (siblings) siblings.push(number)
  else replies.set(parent, [number])
}

function depthFirst(root: number, replies: Map<number, number[]>): number[] {
  const order: number[] = []
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    order.push(number)
    for (const reply of (replies.get(number) ?? []).toReversed()) waiting.push(reply)
  }
  return order
}
