'use client'

import './globals.css'

/**
 * When even the frame of the page came apart. It stands alone: no layout, no header, the theme of the system. Every
 * page carries it, so it says no more than it must.
 */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something came apart</title>
        <main className="grid">
          <div className="lost">
            <h1>Something came apart on our side.</h1>
            <p>Your draft, if you had one, is saved on this device.</p>
            <button type="button" className="btn btn-1" onClick={retry}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  )
}
