/**
 * A name for React to find the form of a comment by when its answer comes as a page, also on the page for whoever was signed
 * out; no place is called so, as one would take the focus.
 */
export function formName(id: string): string {
  return `#act-${id}`
}
