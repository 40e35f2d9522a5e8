import GithubSlugger, { slug } from 'github-slugger'
import type { Root } from 'mdast'
import type {} from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { plainText } from './plain-text'

/** Ids of the page around a post: its parts, the fields of the form, the themes, comments, notes and references. */
const ours = /^(?:main|comments|comment-.*|problem.*|[a-z]+-h|theme-.*|[cnr]-\d.*)$/

/**
 * A remark plugin that gives every heading the id its own words make, as GitHub does; a second of the same name
 * gets `-1`, and one that would take an id of the page begins with `section-`.
 */
export function headingIds() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger()
    visit(tree, 'heading', (heading) => {
      const words = slug(plainText(heading))
      const id = slugger.slug(ours.test(words) ? `section-${words}` : words)
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    })
  }
}
