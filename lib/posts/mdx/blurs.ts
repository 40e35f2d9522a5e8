import type { Root } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import { textAttribute } from './attributes'
import { pictureBlur } from './picture-blur'

/** A remark plugin, for pages alone: every `<Figure>` gets what stands in its place until its picture has come. */
export function blurs() {
  return async (tree: Root): Promise<void> => {
    const figures: MdxJsxFlowElement[] = []
    visit(tree, 'mdxJsxFlowElement', (node) => {
      if (node.name === 'Figure') figures.push(node)
    })
    for (const figure of figures) {
      const blur = await pictureBlur(textAttribute(figure, 'src') ?? '')
      if (blur) figure.attributes.push({ type: 'mdxJsxAttribute', name: 'blur', value: blur })
    }
  }
}
