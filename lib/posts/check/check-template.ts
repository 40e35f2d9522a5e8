import type { Root } from 'mdast'
import type { FrontMatter } from '../front-matter'
import type { PostFrontMatter } from '../front-matter-schema'
import { plainText } from '../mdx/plain-text'
import { type Finding, findingAt } from './finding'

/** What `npm run new` writes, for the author to replace. */
export const template = { description: 'One line about it.', body: 'Begin here, in place of this line.' }

/** A draft may wait as it was begun; what readers are to see has none of the words it was begun with. */
export function checkTemplate(front: FrontMatter<PostFrontMatter>, tree: Root | null): Finding[] {
  if (!front.data || front.data.draft) return []
  const body = tree?.children.filter((node) => node.type === 'paragraph' && plainText(node) === template.body)
  const found = (body ?? []).map((node) =>
    findingAt(
      node,
      `"${template.body}" is still the text of npm run new: write yours in its place, or keep draft: true`,
    ),
  )
  if (front.data.description !== template.description) return found
  const message = '"description" is still the line of npm run new: say in one line what the post is about'
  return [{ ...front.place(['description']), message }, ...found]
}
