import type { Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'

const opensAfter = /[\s([{“‘—–-]/
const shortened = /^'(?:\d|(?:tis|twas|til|em|cause|n|round|bout)\b)/i

/**
 * Typographic quotes, dashes and dots for straight ones. A quote opens at the start and after a space, a bracket
 * or a dash; an apostrophe that stands for letters ('tis, '90s) never does.
 */
export function smarten(text: string, before = '', after = ''): string {
  const dashed = text.replace(/---?/g, '—').replace(/\.{3}/g, '…')
  const whole = before + dashed
  return dashed.replace(/["']/g, (mark, index: number) => {
    const previous = whole.charAt(before.length + index - 1)
    const rest = dashed.slice(index) + after
    const opens = (previous === '' || opensAfter.test(previous)) && /^["']\S/.test(rest)
    if (mark === '"') return opens ? '“' : '”'
    return opens && !shortened.test(rest) ? '‘' : '’'
  })
}

/**
 * A remark plugin that smartens the words of a text, but not its code. Not remark-smartypants 3: it says the same of
 * every post we have, but opens a quote before 'tis and 'em, and takes 3.9 ms of CPU a post where this takes 0.2
 * (parsing: 5.5), twice in every build.
 */
export function smartPunctuation() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'text')) smartenLine(node)
    })
  }
}

/** Quotes are judged by their neighbours, which may stand in another node: `"*so*"`. */
function smartenLine(line: Nodes): void {
  const runs: Text[] = []
  let seen = ''
  visit(line, (node) => {
    if (node.type === 'text') runs.push(node)
    else if (node.type === 'inlineCode') runs.push({ type: 'text', value: 'x' })
    else if (node.type === 'break') runs.push({ type: 'text', value: ' ' })
  })
  runs.forEach((run, index) => {
    run.value = smarten(run.value, seen.slice(-1), runs[index + 1]?.value.charAt(0))
    seen = run.value || seen
  })
}
