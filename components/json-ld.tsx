/**
 * What a page says of itself to machines. A comment in it may hold anything: no `<` of it reaches the page as such, so
 * that none of it ends the script or begins another (HTML Standard, 4.12.1.3). Null, in a browser, leaves what the server
 * wrote.
 */
export function JsonLd({ data }: { data: object | null }) {
  return (
    <script type="application/ld+json" suppressHydrationWarning>
      {data ? JSON.stringify(data).replaceAll('<', '\\u003c') : ''}
    </script>
  )
}
