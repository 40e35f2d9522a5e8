import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { textAttribute } from '../mdx/attributes'
import { pictureSize } from '../mdx/picture-size'
import { type Finding, findingAt } from './finding'

/** What is wrong with the address of a picture, or null. Pictures are files below `public`. */
export function checkPicture(src: string): string | null {
  if (!src.startsWith('/') || src.startsWith('//')) {
    return `a picture is a file below public: write its address as /images/NAME, not ${src}`
  }
  if (src.split(/[\\/]/).includes('..')) return `a picture is a file below public: ${src} leads elsewhere`
  return pictureSize(src) ? null : `there is no picture public${src}`
}

/** Every picture of a text is a file of our own and says in words what it shows. */
export function checkPictures(tree: Root): Finding[] {
  const found: Finding[] = []
  visit(tree, (node) => {
    if (node.type === 'image') {
      if (!node.alt?.trim()) {
        found.push(
          findingAt(
            node,
            `the picture ${node.url} needs words for those who cannot see it: ![what it shows](${node.url})`,
          ),
        )
      }
      const wrong = checkPicture(node.url)
      if (wrong) found.push(findingAt(node, wrong))
    }
    if (node.type === 'imageReference') {
      found.push(
        findingAt(node, 'write the address of a picture beside its words: ![what it shows](/images/NAME)'),
      )
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Figure') {
      const src = textAttribute(node, 'src')
      const wrong = src ? checkPicture(src) : null
      if (wrong) found.push(findingAt(node, wrong))
    }
  })
  return found
}
