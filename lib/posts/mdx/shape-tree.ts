import type { Root } from 'mdast'
import { headingIds } from './heading-ids'
import { smartPunctuation } from './smart-punctuation'

/** What happens to every tree, for pages, feeds and the catalogue alike, so that their words and ids agree. */
export const shapePlugins = [smartPunctuation, headingIds]

/** Typographic quotes and dashes, ids on headings. Changes the tree it is given. */
export function shapeTree(tree: Root): void {
  for (const plugin of shapePlugins) plugin()(tree)
}
