import type { MouseEventHandler } from 'react'
import type { Next } from './more'

type MoreLinkProps = { next: Next; onClick?: MouseEventHandler; isAsked?: boolean }

/** The link to a page of more comments. */
export function MoreLink({ next, onClick, isAsked }: MoreLinkProps) {
  return (
    <p className="more">
      <a className="btn" href={next.href} onClick={onClick} aria-disabled={isAsked || undefined}>
        {next.label}
      </a>
      <span className="meta">{next.note}</span>
    </p>
  )
}
