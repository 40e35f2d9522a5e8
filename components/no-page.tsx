'use client'

import { notFound, useServerInsertedHTML } from 'next/navigation'

/**
 * Instead of `notFound()` in a page that is drawn for one request: Next answers 404 there with an empty page, for the
 * browser to draw (vercel/next.js#62228), where no script of ours would run. Everybody is sent on to the lost page that
 * lies ready, with and without JavaScript.
 */
export function NoPage(): never {
  useServerInsertedHTML(() => <meta httpEquiv="refresh" content="0; url=/404" />)
  notFound()
}
