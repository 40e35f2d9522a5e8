/** Something the author must put right. `file` is relative to the project; line and column count from 1. */
export type Mistake = { file: string; line: number; column: number; message: string }

export type Position = { line: number; column: number }

/** `content/posts/x.mdx:12:3 unknown element <Tweetible>; did you mean <Tweetable>?` */
export function formatMistake({ file, line, column, message }: Mistake): string {
  return `${file}:${line}:${column} ${message}`
}

/** In the order of files, lines and columns, each one once. */
export function sortMistakes(mistakes: Mistake[]): Mistake[] {
  const unique = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]))
  return [...unique.values()].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  )
}

/** Thrown where a post cannot be shown because of its author's mistakes; the message lists them, one a line. */
export class MistakesError extends Error {
  override name = 'MistakesError'

  constructor(readonly mistakes: Mistake[]) {
    super(mistakes.map(formatMistake).join('\n'))
  }
}
