/** Puts texts of a page together as they are read: white space as it is shown, every block on a line of its own. */
export function gatherText() {
  let text = ''
  let block: Element | null = null
  let endsInSpace = false
  return {
    /** As far as it has come. */
    get text() {
      return text
    },
    /** Adds the letters of a text node from one offset to another. Nodes come in the order of the page. */
    add(node: Text, from = 0, to = node.length): void {
      if (from >= to) return
      const box = blockOf(node)
      const isNew = box !== block
      let words = node.data.slice(from, to)
      if (!box || !/^pre(?!-line)/.test(getComputedStyle(box).whiteSpace)) {
        words = words.replace(/\s+/g, ' ')
        // Between blocks there is nothing but how the page was written.
        if (isNew || endsInSpace) words = words.replace(/^ /, '')
      }
      if (words === '') return
      text += isNew && text !== '' ? `\n${words}` : words
      block = box
      endsInSpace = /\s$/.test(words)
    },
  }
}

/** The nearest box that is a block: no word goes on beyond it, and no browser looks for words across its edge. */
function blockOf(node: Node): Element | null {
  let box = node.parentElement
  while (box && /^(?:inline|contents)/.test(getComputedStyle(box).display)) box = box.parentElement
  return box
}
