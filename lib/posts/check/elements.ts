import { hint } from '../did-you-mean'

/** The elements an author may use, and what each may say. `block` stands in a paragraph of its own. */
export type ElementRule = {
  block: boolean
  required: string[]
  /** Every attribute; those with a list take only its words. */
  attributes: Record<string, string[] | null>
}

export const elements: Record<string, ElementRule> = {
  Tweetable: { block: true, required: [], attributes: { tweet: null, via: null, url: ['no'] } },
  Sponsored: { block: false, required: ['href'], attributes: { href: null } },
  Figure: {
    block: true,
    required: ['src', 'alt'],
    attributes: { src: null, alt: null, size: ['text', 'wide', 'full'] },
  },
  Callout: { block: true, required: [], attributes: { tone: ['note', 'care', 'aside'], title: null } },
}

/** What Markdown has in place of an element of HTML that has no words. */
const inMarkdown: Record<string, string> = {
  br: 'for a new line within a paragraph, end the line before it with \\',
  hr: 'write --- between two empty lines',
  img: 'write ![what it shows](/images/NAME)',
}

export function isElement(name: string): boolean {
  return Object.hasOwn(elements, name)
}

/** The message about an element that no post has: what was meant, or what to write in its place, where that is known. */
export function unknownElement(name: string): string {
  const names = Object.keys(elements)
  const markdown = name.toLowerCase()
  if (Object.hasOwn(inMarkdown, markdown)) return `unknown element <${name}>; ${inMarkdown[markdown]}`
  const guess = hint(name, names, (other) => `<${other}>`)
  // What begins with a capital is no HTML: it was meant to be one of ours.
  const ours = /^[A-Z]/.test(name) ? `; a post may have ${names.map((each) => `<${each}>`).join(', ')}` : ''
  return `unknown element <${name}>${guess || ours}`
}
