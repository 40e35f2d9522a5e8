import GithubSlugger from 'github-slugger'
import type { Root } from 'mdast'
import type {} from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { plainText } from './plain-text'

/** Ids that the page around a post uses for itself. */
const taken = ['main', 'comments', 'comments-h', 'comment-form', 'form-h', 'toc-h', 'share-h']

/** A remark plugin that gives every heading the id its own words make, as GitHub does; a second of the same name gets `-1`. */
export function headingIds() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger()
    for (const id of taken) slugger.slug(id)
    visit(tree, 'heading', (heading) => {
      const id = slugger.slug(plainText(heading))
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    })
  }
}
