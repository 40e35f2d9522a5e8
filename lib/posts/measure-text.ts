import type { Root } from 'mdast'
import { site } from '../../content/site'
import { plainText } from './mdx/plain-text'

const wordsPerMinute = 230
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const sentencesIn = new Intl.Segmenter(site.language, { granularity: 'sentence' })

/** How many words a text has; `twenty-four` and `don’t` are one each. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}

/** Reading time in whole minutes, at least 1. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** The first two sentences of a text's paragraphs, in one line. Empty when there is no paragraph. */
export function openingOf(tree: Root): string {
  const sentences: string[] = []
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue
    for (const { segment } of sentencesIn.segment(plainText(node).replace(/\s+/g, ' '))) {
      sentences.push(segment.trim())
      if (sentences.length === 2) return sentences.join(' ')
    }
  }
  return sentences.join(' ')
}
