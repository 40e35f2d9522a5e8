import { findBareAddresses } from './bare-addresses'
import { type Block, type Inline, parseText } from './parse-text'

/** What a comment says, for rules that ask about it. */
export type BodyFacts = {
  /** Links to other sites, and addresses without `https://` such as `shop.example/sale`. Those in code are not counted. */
  links: number
  /** The words outside of code, without their marks. */
  prose: string
  /** All that stands in it: words, code, and where its links lead. */
  everything: string
}

type Found = { hrefs: string[]; words: string[]; outsideLinks: string[]; code: string[] }

/** Reads the text of a comment once for all rules. Throws for nothing. */
export function readBody(body: string): BodyFacts {
  const found: Found = { hrefs: [], words: [], outsideLinks: [], code: [] }
  for (const block of parseText(body)) readBlock(block, found)
  const prose = found.words.join('')
  const webLinks = found.hrefs.filter((href) => !href.startsWith('mailto:'))
  return {
    links: webLinks.length + findBareAddresses(found.outsideLinks.join('')).sites.length,
    prose,
    everything: [prose, ...found.code, ...found.hrefs].join('\n'),
  }
}

function readBlock(block: Block, found: Found): void {
  if (Array.isArray(block)) readInlines([...block, '\n\n'], found, false)
  else if (block.kind === 'code') found.code.push(block.text)
  else for (const child of block.children) readBlock(child, found)
}

function readInlines(inlines: Inline[], found: Found, isInLink: boolean): void {
  for (const inline of inlines) {
    if (typeof inline === 'string') addWords(inline, found, isInLink)
    else if (inline.kind === 'break') addWords('\n', found, isInLink)
    else if (inline.kind === 'code') {
      found.code.push(inline.text)
      addWords(' ', found, isInLink)
    } else {
      if (inline.kind === 'link') found.hrefs.push(inline.href)
      readInlines(inline.children, found, isInLink || inline.kind === 'link')
    }
  }
}

function addWords(words: string, found: Found, isInLink: boolean): void {
  found.words.push(words)
  found.outsideLinks.push(isInLink ? ' ' : words)
}
