/** A file of `content`: the YAML between its two lines of `---` (null when there is none), and the MDX below. */
export type FileParts = {
  frontMatter: string | null
  body: string
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number
}

const fence = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/

/** Takes a file apart. Every line end becomes LF and a byte order mark goes, so lines and columns stay those of the file. */
export function splitFile(text: string): FileParts {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const match = fence.exec(lines)
  if (!match) return { frontMatter: null, body: lines, bodyLine: 1 }
  return {
    frontMatter: match[1] ?? '',
    body: lines.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  }
}
