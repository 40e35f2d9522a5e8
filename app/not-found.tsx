/**
 * What React draws in the browser where an address leads nowhere: the way to the lost page that lies ready
 * (`global-not-found.tsx`), and no more, as Next carries this with every page, twice. See `NoPage`.
 */
export default function NotFound() {
  return <meta httpEquiv="refresh" content="0; url=/404" />
}
