/**
 * The marks before and after a quote. What is written from the right has them the other way round (CLDR, `ar`): unlike
 * brackets, they are not turned where they are shown.
 */
export function quoteMarks(isFromRight: boolean): [opens: string, closes: string] {
  return isFromRight ? ['”', '“'] : ['“', '”']
}
