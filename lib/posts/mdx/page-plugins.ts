import type { PluggableList } from 'unified'
import { blurs } from './blurs'
import { highlight } from './highlight'
import { markQuotes } from './mark-quotes'
import { pictures } from './pictures'
import { shapePlugins } from './shape-tree'
import { sidenotes } from './sidenotes'
import { unwrap } from './unwrap'

/** What turns the tree of a post into its page, in this order. */
export const remarkPlugins: PluggableList = [...shapePlugins, markQuotes, pictures, blurs, sidenotes]
export const rehypePlugins: PluggableList = [unwrap, highlight]
