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
