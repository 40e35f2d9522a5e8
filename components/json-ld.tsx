/** What a page says of itself to machines. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json">{toScript(data)}</script>
}

/**
 * JSON for an element `script`. A comment in it may hold anything: no `<` of it reaches the page as such, so that none of
 * it ends the script or begins another (HTML Standard, 4.12.1.3).
 */
export function toScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
