import type { Root as HtmlRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { disclosureFor } from '../words/disclosure'
import { languageOf } from './language'
import { feedElements, make, text } from './mdx/feed-elements'
import { setFeedLinks } from './mdx/feed-links'
import { pictures } from './mdx/pictures'
import { setNotes, wordsOfNote } from './mdx/set-notes'
import { shapeTree } from './mdx/shape-tree'
import { unravel } from './mdx/unravel'
import type { Post } from './post'
import { readTree } from './read-tree'

/**
 * The whole text of a post as HTML for feed readers: no classes, no scripts, every address absolute, notes as
 * text below their paragraphs, and the disclosure before everything when a link is paid for.
 */
export async function postToHtml(post: Post, siteUrl: string): Promise<string> {
  const tree = await readTree(post)
  unravel(tree)
  shapeTree(tree)
  pictures()(tree)
  notesAsText(tree)
  const url = `${siteUrl}/posts/${post.slug}`
  const html: HtmlRoot = unified()
    .use(remarkRehype, { handlers: feedElements(post, url) })
    .runSync(tree)
  setFeedLinks(html, url)
  // RSS has no place for the language of an item, and no format one for its direction.
  if (post.lang !== null) {
    const words = html.children.filter((child) => child.type !== 'doctype' && child.type !== 'mdxjsEsm')
    html.children = [make('div', languageOf(post), words)]
  }
  const disclosure = disclosureFor(post.paidLinks)
  if (disclosure !== null) html.children.unshift(make('p', {}, [make('em', {}, [text(disclosure)])]))
  return toHtml(html)
}

function notesAsText(tree: Root): void {
  setNotes(tree, {
    reference: ({ number }) => ({ type: 'text', value: ` [${number}]` }),
    block: (block, notes) => [
      block,
      ...notes.map((note): Root['children'][number] => ({
        type: 'paragraph',
        children: [{ type: 'text', value: `[${note.number}] ` }, ...wordsOfNote(note)],
      })),
    ],
  })
}
