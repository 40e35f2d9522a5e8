'use client'

import { CameApart } from '@/components/came-apart'
import './globals.css'

/** When even the frame of the page came apart. It stands alone: no layout, no header, the theme of the system. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something came apart</title>
        <CameApart error={error} retry={retry} />
      </body>
    </html>
  )
}
