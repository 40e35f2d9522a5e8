import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readSessionHash } from '@/app/_comments/session-hash'
import { PasswordForm } from '@/app/studio/password-form'
import { findAuthor } from '@/app/studio/session'
import { StudioFrame } from '@/components/studio-frame'
import { site } from '@/content/site'
import { env } from '@/lib/env'
import { studioPath } from '@/lib/studio/studio-path'
import { signIn } from './actions'
import { ForgetWords } from './forget-words'

/** The title is left to the form, which changes it when something is wrong. */
export const metadata: Metadata = { title: null }

export default async function SignInPage({ searchParams }: PageProps<'/studio/sign-in'>) {
  const { next: wanted, left } = await searchParams
  const next = studioPath(wanted)
  if (await findAuthor()) redirect(next)
  // Whoever signs out gives the cookie back: this one outlived its session.
  const hasEnded = (await readSessionHash()) !== null
  // A link of somebody else to this address must not take away what the author has typed.
  const hasLeft = left !== undefined && (await headers()).get('sec-fetch-site') === 'same-origin'
  return (
    <StudioFrame site={site} skipTo="the form">
      {hasLeft && <ForgetWords />}
      <header className="grid page-head">
        <div>
          <h1>Sign in</h1>
          {hasEnded ? (
            <p>You were signed out. Sign in to go on.</p>
          ) : (
            <p>This is the author’s desk. Readers need no account: everything they may do is on the blog.</p>
          )}
        </div>
      </header>
      <div className="grid">
        <div>
          <PasswordForm
            siteUrl={env.SITE_URL}
            action={signIn}
            title={`Sign in · ${site.name} Studio`}
            hidden={{ next }}
            fields={[{ name: 'password', label: 'Password', autoComplete: 'current-password' }]}
            button="Sign in"
          />
          <div className="desk-note">
            <h2>No password yet, or forgotten?</h2>
            <p>
              The terminal in which the blog was started shows the address for setting the first one. A
              forgotten one is changed by putting a new one into <code>STUDIO_PASSWORD</code> and starting the
              blog again.
            </p>
          </div>
        </div>
      </div>
    </StudioFrame>
  )
}
