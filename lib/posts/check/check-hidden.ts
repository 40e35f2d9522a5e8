import type { FileParts } from '../split-file'
import type { Finding } from './finding'

/** Control characters, and those that turn the direction of text around and so hide what a line says (CVE-2021-42574). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** Finds characters nobody can see, in front matter and text. */
export function checkHidden({ frontMatter, body, bodyLine }: FileParts): Finding[] {
  return [...scan(frontMatter ?? '', 2), ...scan(body, bodyLine)]
}

function scan(text: string, firstLine: number): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(hidden)].map((match) => ({
      line: firstLine + index,
      column: match.index + 1,
      message: `the invisible character U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} is not allowed`,
    })),
  )
}
