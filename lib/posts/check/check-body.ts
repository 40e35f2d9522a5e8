import type { Root } from 'mdast'
import type { ContentFile } from '../content-file'
import { parseMdx } from '../mdx/parse-mdx'
import { unravel } from '../mdx/unravel'
import { packTree } from '../stored-trees'
import { checkCode } from './check-code'
import { checkElements } from './check-elements'
import { checkHeadings } from './check-headings'
import { checkHidden } from './check-hidden'
import { checkLinks, type OwnLink } from './check-links'
import { checkNotes } from './check-notes'
import { checkPictures } from './check-pictures'
import { checkQuotes } from './check-quotes'
import { checkWordsInside } from './check-words-inside'
import { explainSyntax } from './explain-syntax'
import type { Finding } from './finding'

/**
 * `tree` is null when the text is not MDX at all, and so is `packed`, the tree as it was parsed, to be stored. `ownLinks`
 * are looked up when all files are known.
 */
export type BodyCheck = { tree: Root | null; packed: string | null; found: Finding[]; ownLinks: OwnLink[] }

/** Parses the MDX of one file and finds every mistake that can be seen without the other files. */
export function checkBody(source: ContentFile, kind: 'post' | 'page'): BodyCheck {
  const hidden = checkHidden(source)
  /** Empty lines in place of the front matter: so every position is that of the file. */
  const body = '\n'.repeat(source.bodyLine - 1) + source.body
  const { found, ...rest } = checkMdx(body, kind)
  return { ...rest, found: [...hidden, ...found] }
}

function checkMdx(body: string, kind: 'post' | 'page'): BodyCheck {
  try {
    const tree = parseMdx(body)
    const packed = packTree(tree)
    unravel(tree)
    const links = checkLinks(tree)
    const found = [
      checkElements(tree),
      checkWordsInside(tree),
      checkHeadings(tree),
      checkNotes(tree),
      checkPictures(tree),
      checkCode(tree),
      checkQuotes(tree, kind),
      links.found,
    ]
    return { tree, packed, found: found.flat(), ownLinks: links.ownLinks }
  } catch (error) {
    const { finding, tags } = explainSyntax(error, body)
    // The author hears of all mistakes at once: behind a tag that stands alone the rest is read without it.
    const { found, ownLinks } =
      tags.length > 0 ? checkMdx(withoutTags(body, tags), kind) : { found: [], ownLinks: [] }
    return { tree: null, packed: null, found: [finding, ...found], ownLinks }
  }
}

/** The text with spaces for each tag that begins at one of these places, so that all the rest stays where it is. */
function withoutTags(body: string, places: { line: number; column: number }[]): string {
  return places.reduce((text, { line, column }) => {
    const start = text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
    const end = text.indexOf('>', start) + 1 || text.length
    return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
  }, body)
}
