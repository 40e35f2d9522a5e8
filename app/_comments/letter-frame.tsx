import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'

type LetterFrameProps = { heading: ReactNode; children: ReactNode }

/** A page that the address in a letter leads to. */
export function LetterFrame({ heading, children }: LetterFrameProps) {
  return (
    <SiteFrame site={site} skipTo="what this is about">
      <header className="grid page-head">
        <div>
          <h1>{heading}</h1>
        </div>
      </header>
      <div className="grid">
        <div className="comments">{children}</div>
      </div>
    </SiteFrame>
  )
}

/** What a page says when the address in a letter opens nothing. */
export function UsedUp() {
  return (
    <LetterFrame heading="This link is used up">
      <p className="c-none">
        It opens nothing any more: it is too old, or what it was about is gone. If letters still come that you
        do not want, the newest of them has a link that works; or <a href="/privacy">write to me</a>.
      </p>
    </LetterFrame>
  )
}

/** What it says while nothing can be looked up. */
export function Unread({ heading }: { heading: string }) {
  return (
    <LetterFrame heading={heading}>
      <p className="c-none">
        It cannot be looked up just now. Please load this page again in a little while.
      </p>
    </LetterFrame>
  )
}

/** What stands over the buttons when the database did not take what was asked for. */
export function LetterProblem() {
  return (
    <p className="err" role="alert">
      That could not be done just now, so nothing was changed. Please try again in a minute.
    </p>
  )
}
