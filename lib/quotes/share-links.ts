import { shorten } from './shorten'

export type ShareLinks = { x: string; bluesky: string; threads: string; plain: string }

/** Bluesky counts graphemes, and the address has no field of its own. */
export const blueskyLength = 300

/**
 * Where a reader passes words on: the documented intents of X, Bluesky and Threads, and `plain`, the words with
 * their address, for everywhere else. `url` null shares the words alone; `via` is a handle on X without `@`.
 */
export function shareLinks({
  text,
  url,
  via,
}: {
  text: string
  url: string | null
  via?: string | null
}): ShareLinks {
  const plain = url ? `${text} ${url}` : text
  return {
    x: intent('https://x.com/intent/tweet', { text, url, via: via ?? null }),
    bluesky: intent('https://bsky.app/intent/compose', { text: fitBluesky(text, url) }),
    threads: intent('https://www.threads.com/intent/post', { text, url }),
    plain,
  }
}

/** `%20` for a space: the apps that open these addresses do not all read `+` as one. */
function intent(address: string, fields: Record<string, string | null>): string {
  const query = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `${address}?${query.join('&')}`
}

/** Words and address as one text that Bluesky takes: long words are shortened, the address stays whole. */
function fitBluesky(text: string, url: string | null): string {
  const tail = url ? `\n${url}` : ''
  return shorten(text, (words) => countGraphemes(words + tail) <= blueskyLength) + tail
}

function countGraphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}
