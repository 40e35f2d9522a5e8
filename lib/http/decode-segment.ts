/**
 * A part of a path as it is meant. Next hands pages their parameters percent-encoded, route handlers and builds do
 * not; a slug has no `%` of its own, so decoding it twice changes nothing. What is no encoding comes back as it is.
 */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
