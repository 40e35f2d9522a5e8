import type { Image, Paragraph, Root } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import { textAttribute } from './attributes'
import { pictureSize } from './picture-size'

/**
 * A remark plugin: a picture that stands alone in its paragraph becomes a `<Figure>` with its title as caption,
 * and every picture gets the width and height of its file, so that nothing moves when it arrives.
 */
export function pictures() {
  return (tree: Root): void => {
    figuresOf(tree)
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' && node.name === 'Figure') sizeFigure(node)
      if (node.type === 'image') sizeImage(node)
    })
  }
}

/** Turns paragraphs that hold one picture and nothing else into `<Figure>`s. */
function figuresOf(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const [image, ...others] = paragraph.children
    if (!parent || index === undefined || image?.type !== 'image' || others.length > 0) return
    parent.children.splice(index, 1, figureOf(image))
  })
}

function figureOf({ url, alt, title }: Image): MdxJsxFlowElement {
  const caption: Paragraph[] = title
    ? [{ type: 'paragraph', children: [{ type: 'text', value: title }] }]
    : []
  return {
    type: 'mdxJsxFlowElement',
    name: 'Figure',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'src', value: url },
      { type: 'mdxJsxAttribute', name: 'alt', value: alt ?? '' },
    ],
    children: caption,
  }
}

function sizeFigure(figure: MdxJsxFlowElement): void {
  const size = pictureSize(textAttribute(figure, 'src') ?? '')
  if (!size) return
  figure.attributes.push(
    { type: 'mdxJsxAttribute', name: 'width', value: String(size.width) },
    { type: 'mdxJsxAttribute', name: 'height', value: String(size.height) },
  )
}

function sizeImage(image: Image): void {
  const size = pictureSize(image.url)
  image.data = { ...image.data, hProperties: { ...size, loading: 'lazy', decoding: 'async' } }
}
