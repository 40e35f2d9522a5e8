/** Choices that look like chance and are the same again with the same seed. */
export type Random = {
  /** A whole number from 0, below `count`. */
  below(count: number): number
  /** One of these. Throws when there is none. */
  pick<T>(list: readonly T[]): T
  bytes(length: number): Buffer
}

/** Mulberry32 by Tommy Ettinger: one 32-bit word of state, good enough to spread requests with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  function below(count: number): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error('There is nothing to choose from.')
      return chosen
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}
