import type { ReactNode } from 'react'

type AProps = {
  href: string
  /** An affiliate link, by its host or by `<Sponsored>`. */
  paid?: boolean
  children: ReactNode
}

export function A({ href, paid = false, children }: AProps) {
  if (paid) {
    return (
      <>
        <a href={href} rel="sponsored nofollow noopener">
          {children}
        </a>
        <span className="ad" role="img" aria-label="(paid link)">
          ad
        </span>
      </>
    )
  }
  if (/^https?:/i.test(href)) {
    return (
      <a href={href} rel="noopener">
        {children}
      </a>
    )
  }
  return <a href={href}>{children}</a>
}
