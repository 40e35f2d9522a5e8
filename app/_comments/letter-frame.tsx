import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { faultName } from '@/lib/words/fault-name'
import { nameFault, sayUnread } from '@/lib/words/name-fault'

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

type CannotBeReadProps = {
  heading: string
  fault: string
  /** `findInLog` for the author. */
  name?: typeof nameFault
}

/** What it says while nothing can be looked up. */
export function CannotBeRead({ heading, fault, name }: CannotBeReadProps) {
  return (
    <LetterFrame heading={heading}>
      <p className="c-none">{sayUnread('It', fault, name)}</p>
    </LetterFrame>
  )
}

type LetterProblemProps = {
  /** As it stands in the address: the name of a fault, or what somebody made of it. Absent when all is well. */
  problem: unknown
  /** `findInLog` for the author. */
  name?: typeof nameFault
}

/** What stands over the buttons when the database did not take what was asked for. */
export function LetterProblem({ problem, name = nameFault }: LetterProblemProps) {
  if (problem === undefined) return null
  const told = 'That could not be done just now, so nothing was changed. Please try again in a minute.'
  const fault = faultName.safeParse(problem).data
  return (
    <p className="err" role="alert">
      {fault === undefined ? told : name(told, fault)}
    </p>
  )
}
