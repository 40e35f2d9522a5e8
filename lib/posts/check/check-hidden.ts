import { findHidden } from '../hidden-characters'
import type { FileParts } from '../split-file'
import type { Finding } from './finding'

/** Finds characters nobody can see, in front matter and text. */
export function checkHidden({ frontMatter, body, bodyLine }: FileParts): Finding[] {
  return [...scan(frontMatter ?? '', 2), ...scan(body, bodyLine)]
}

function scan(text: string, firstLine: number): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    findHidden(line).map((found) => ({
      line: firstLine + index,
      column: found.index + 1,
      message: `the invisible character ${found.name} is not allowed`,
    })),
  )
}
