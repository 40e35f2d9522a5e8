const titles = new Map([
  ['note', 'Note'],
  ['care', 'Take care'],
  ['aside', 'By the way'],
])

/** What stands over a callout of this tone that was given no title of its own; without a tone it is a note. */
export function calloutTitle(tone: string | null): string {
  return titles.get(tone ?? 'note') ?? 'Note'
}
