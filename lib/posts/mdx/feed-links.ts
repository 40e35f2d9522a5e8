import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isPaid } from '../paid-links'
import { text } from './feed-elements'

/** Makes every address absolute and marks what is paid for, in its `rel` and in words. Ids and classes go: in a feed nothing leads to them and nothing styles them. */
export function setFeedLinks(tree: Root, postUrl: string): void {
  visit(tree, 'element', (element, index, parent) => {
    delete element.properties.id
    delete element.properties.className
    makeAbsolute(element, 'href', postUrl)
    makeAbsolute(element, 'src', postUrl)
    if (element.tagName !== 'a' || !parent || index === undefined) return
    if (element.properties.rel !== undefined || isPaid(String(element.properties.href))) {
      element.properties.rel = ['sponsored', 'nofollow']
      parent.children.splice(index + 1, 0, text(' (ad)'))
    }
  })
}

function makeAbsolute(element: Element, name: 'href' | 'src', base: string): void {
  const address = element.properties[name]
  if (typeof address === 'string' && URL.canParse(address, base)) {
    element.properties[name] = new URL(address, base).href
  }
}
