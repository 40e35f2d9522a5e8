/** Words in English quotation marks, in whatever language they are, as they stand in the post of who shares them. Marks that are in them turn single; a pair that stands round all of them is not doubled. */
export function quoteWords(words: string): string {
  const inner = words.replace(/^[“”]([^“”]*)[“”]$/, '$1')
  return `“${inner.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
