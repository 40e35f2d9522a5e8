import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { AskedComment } from './asked-comment'
import { DecideForm } from './decide-form'
import { findAsked } from './find-asked'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { absolute: `A comment for you · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/**
 * Where the links of the author's letters lead. Programs that look into mail follow them, too: looking changes nothing,
 * however often, and only a button does. It says how the comment stands by now, whoever decided it and where.
 */
export default async function DecidePage({ params, searchParams }: PageProps<'/letters/decide/[token]'>) {
  const [{ token }, { verb, problem }] = await Promise.all([params, searchParams])
  const asked = await findAsked(token)
  if (asked === 'unread') {
    return (
      <Frame heading="A comment for you">
        <p className="c-none">
          It cannot be looked up just now. Please load this page again in a little while.
        </p>
      </Frame>
    )
  }
  if (asked === 'closed') {
    return (
      <Frame heading="This link is used up">
        <p className="c-none">
          It opens nothing any more: it is older than 30 days, or the comment is gone for good. All others are
          in <a href="/studio">the studio</a>.
        </p>
      </Frame>
    )
  }
  return (
    <Frame heading={asked.isDecided ? 'Decided' : 'Decide about a comment'}>
      <AskedComment comment={asked.comment}>
        {problem !== undefined && (
          <p className="err" role="alert">
            That could not be done just now, so nothing was changed. Please try again in a minute.
          </p>
        )}
        <DecideForm asked={asked} token={token} chosen={typeof verb === 'string' ? verb : null} />
      </AskedComment>
      <p className="c-none">
        All comments are in <a href="/studio">the studio</a>.
      </p>
    </Frame>
  )
}

function Frame({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <SiteFrame site={site} skipTo="the comment">
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
