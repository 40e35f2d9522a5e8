import type { ReactNode } from 'react'
import { A } from './a'

/** A link that is paid for, to a host that is not on the site's list. */
export function Sponsored({ href, children }: { href: string; children: ReactNode }) {
  return (
    <A href={href} paid>
      {children}
    </A>
  )
}
