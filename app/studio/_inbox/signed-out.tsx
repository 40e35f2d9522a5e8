import { signInPathTo } from '@/app/studio/sign-in-path'
import { StudioFrame } from '@/components/studio-frame'
import { site } from '@/content/site'
import { inboxPath } from '@/lib/studio/inbox-query'
import { SaidAgain } from './said-again'

/** In the place of a comment, for whoever sent something to it and was signed out by then: nothing but what they sent. */
export function SignedOut({ comment }: { comment: string }) {
  return (
    <StudioFrame site={site} skipTo="your words">
      <title>{`You were signed out · ${site.name} Studio`}</title>
      <div className="grid page-head">
        <div>
          <h1>You were signed out</h1>
          <SaidAgain id={comment} signInPath={signInPathTo(inboxPath({ comment }))} />
        </div>
      </div>
    </StudioFrame>
  )
}
