import { type Passage, passageDirective, wordsOf } from '@/lib/quotes/passage-directive'
import { gatherText } from './gather-text'

export type SelectedWords = {
  /** As one would say them: on one line, without the numbers of notes, buttons, and what no eye sees. */
  words: string
  /** What leads to them in an address (`passageDirective`). */
  directive: string
  /** From the first of their letters to the last. */
  range: Range
  /** The part of the post in which they end. */
  block: Element
}

/** What stands in a text without being words of it. */
const asides = '.ref, .ad, .side, .vh, fieldset, button, [role=status]'

/**
 * The words that are selected in the text of the post; null where there are none. What is selected beyond its end is
 * left out; a selection that begins elsewhere is none of ours. `bar` is what we ourselves have put there.
 */
export function readSelected(bar: Element): SelectedWords | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return null
  const range = selection.getRangeAt(0).cloneRange()
  const { startContainer: start } = range
  const prose = (start instanceof Element ? start : start.parentElement)?.closest('.prose')
  if (!prose) return null
  if (!prose.contains(range.endContainer)) range.setEnd(prose, prose.childNodes.length)

  const texts = listTexts(prose, bar)
  const parts = texts.filter((node) => /\S/.test(node.data.slice(...partOf(node, range))))
  const [first, last] = [parts[0], parts.at(-1)]
  const block = last && [...prose.children].find((child) => child.contains(last))
  if (!first || !block) return null

  const { commonAncestorContainer: shared } = range
  // Also a selection that reaches to the beginning of the next paragraph ends with a letter. Half a word is meant as
  // the whole of it, to which the link leads as well.
  const [from] = partOf(first, range)
  const [, to] = partOf(last, range)
  range.setStart(first, wordAt(first, from).from)
  range.setEnd(last, wordAt(last, to - 1).to)
  const said = gatherText()
  for (const node of parts) {
    const aside = node.parentElement?.closest(asides)
    if (!aside || aside.contains(shared)) said.add(node, ...partOf(node, range))
  }
  const words = said.text.replace(/\s+/g, ' ').trim()
  if (words === '') return null
  return { words, directive: passageDirective(partPage(texts, prose, range)), range, block }
}

/** All texts that are shown, from the top of the page to the end of the post's own. */
function listTexts(prose: Element, bar: Element): Text[] {
  const texts: Text[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text) || bar.contains(node)) continue
    const isBehind = prose.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_FOLLOWING
    if (isBehind) break
    if (node.parentElement?.checkVisibility()) texts.push(node)
  }
  return texts
}

/** The selected words, and what stands round them on the page. */
function partPage(texts: Text[], prose: Element, range: Range): Passage {
  const page = gatherText()
  const at = { prose: 0, words: 0, after: 0 }
  for (const node of texts) {
    const [from, to] = partOf(node, range)
    page.add(node, 0, from)
    if (!prose.contains(node)) at.prose = page.text.length
    if (at.after === 0) at.words = page.text.length
    page.add(node, from, to)
    if (from < to) at.after = page.text.length
    page.add(node, to)
  }
  const { text } = page
  return {
    above: text.slice(0, at.prose),
    before: text.slice(at.prose, at.words),
    words: text.slice(at.words, at.after),
    after: text.slice(at.after),
  }
}

/** Which letters of a text are selected, by their offsets: none are at its end before the range, and at its beginning behind it. */
function partOf(node: Text, range: Range): [from: number, to: number] {
  if (!range.intersectsNode(node))
    return range.comparePoint(node, 0) < 0 ? [node.length, node.length] : [0, 0]
  const from = node === range.startContainer ? range.startOffset : 0
  const to = node === range.endContainer ? range.endOffset : node.length
  return [from, to]
}

/** From where to where the word goes that has a letter at this offset. */
function wordAt({ data }: Text, at: number): { from: number; to: number } {
  const word = wordsOf(data).containing(at)
  return word ? { from: word.index, to: word.index + word.segment.length } : { from: at, to: at + 1 }
}
