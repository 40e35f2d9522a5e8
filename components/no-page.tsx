'use client'

import { notFound, useServerInsertedHTML } from 'next/navigation'

/**
 * Instead of `notFound()` in a page that is drawn for one request: Next answers 404 there, and leaves it to the browser
 * to draw the lost page (vercel/next.js#62228). Whoever reads without JavaScript is sent to one that lies ready.
 */
export function NoPage(): never {
  useServerInsertedHTML(() => (
    <noscript>
      <meta httpEquiv="refresh" content="0; url=/404" />
    </noscript>
  ))
  notFound()
}
