import type { ReactNode } from 'react'
import './inbox.css'
import './studio.css'

/** Nothing here is ever stored, also where a page would not ask who reads it. */
export const dynamic = 'force-dynamic'

export const metadata = { robots: { index: false, follow: false } }

export default function StudioLayout({ children }: { children: ReactNode }) {
  return children
}
