/**
 * The host of a Mastodon server as a reader may type it: `mastodon.social`, `https://mastodon.social/about`,
 * `@me@mastodon.social`. Null for what cannot be a public host.
 */
export function readServer(typed: string): string | null {
  const name = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/, '')
    .toLowerCase()
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?$/.test(name)
    ? name
    : null
}

/** Where a Mastodon server lets its people share a text. */
export function mastodonShare(server: string, text: string): string {
  return `https://${server}/share?text=${encodeURIComponent(text)}`
}
