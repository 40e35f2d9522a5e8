/** How long a text is to its writer: Unicode code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  return [...text].length
}
