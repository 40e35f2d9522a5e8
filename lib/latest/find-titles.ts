import { plainTitle } from './plain-title'

/** Of what follows a tag: more is no title. */
const mostRead = 2_000

/**
 * What a page calls itself, as text: its title first (pictures further down have titles, too), then its main headings.
 * Empty when it has none that can be seen.
 */
export function findTitles(html: string): string[] {
  return [
    ...listInside(html, /<title\b[^<>]{0,500}>/gi, '</title', 1),
    ...listInside(html, /<h1\b[^<>]{0,500}>/gi, '</h1', 5),
  ].flatMap((inside) => plainTitle(inside, true) ?? [])
}

function listInside(html: string, opening: RegExp, closing: string, most: number): string[] {
  const found: string[] = []
  for (const { 0: tag, index } of html.matchAll(opening)) {
    const inside = html.slice(index + tag.length, index + tag.length + mostRead)
    const end = inside.toLowerCase().indexOf(closing)
    found.push(end === -1 ? inside : inside.slice(0, end))
    if (found.length === most) break
  }
  return found
}
