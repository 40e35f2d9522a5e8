import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement

/** The value of an attribute written as text; null when it is absent or not text. */
export function textAttribute(element: MdxElement, name: string): string | null {
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) {
      return typeof attribute.value === 'string' ? attribute.value : null
    }
  }
  return null
}
