import rehypeShiki from '@shikijs/rehype/core'
import type { Root } from 'hast'
import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { isLanguage, languages, plainLanguage } from './languages'

let highlighter: Promise<HighlighterCore> | null = null

/** One for the process, made by the first post with code. The JavaScript engine needs no WebAssembly. */
function getHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  })
  return highlighter
}

/** A rehype plugin that colours code in both themes at once: `--shiki-light` and `--shiki-dark` on every word. */
export function highlight() {
  return async (tree: Root): Promise<void> => {
    const used = languagesOf(tree)
    if (used.length === 0) return
    const shiki = await getHighlighter()
    for (const name of used) {
      if (isLanguage(name)) await shiki.loadLanguage(languages[name]())
    }
    const colour = rehypeShiki(shiki, {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
      // Made for white paper: on our cloth its grey would be 4.3 to 1.
      colorReplacements: { 'github-light-high-contrast': { '#66707b': '#57606a' } },
      defaultLanguage: plainLanguage,
      fallbackLanguage: plainLanguage,
      // The default gives up a line after 500 ms, which the first one can need while the engine warms up.
      tokenizeTimeLimit: 0,
    })
    await colour(tree, new VFile(), () => undefined)
  }
}

function languagesOf(tree: Root): string[] {
  const names = new Set<string>()
  visit(tree, 'element', (pre) => {
    const code = pre.children[0]
    if (pre.tagName !== 'pre' || code?.type !== 'element') return
    const classes = code.properties.className
    const named = Array.isArray(classes)
      ? classes.find((each) => String(each).startsWith('language-'))
      : undefined
    names.add(named === undefined ? plainLanguage : String(named).slice('language-'.length))
  })
  return [...names]
}
