import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { hint } from '../did-you-mean'
import { isLanguage, languages, plainLanguage } from '../mdx/languages'
import { type Finding, findingAt } from './finding'

/** The language of a code fence is one we can colour, or `text`. */
export function checkCode(tree: Root): Finding[] {
  const known = [...Object.keys(languages), plainLanguage]
  const found: Finding[] = []
  visit(tree, 'code', (code) => {
    const { lang } = code
    if (!lang || lang === plainLanguage || isLanguage(lang)) return
    found.push(
      findingAt(code, `unknown language ${lang}${hint(lang, known)}; ${plainLanguage} colours nothing`),
    )
  })
  return found
}
