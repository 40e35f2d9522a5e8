import type { Metadata } from 'next'
import { PasswordForm } from '@/app/studio/password-form'
import { readForDesk } from '@/app/studio/read-for-desk'
import { words } from '@/app/studio/words'
import { StudioFrame } from '@/components/studio-frame'
import { site } from '@/content/site'
import { isInvitationOpen } from '@/db/studio-keys'
import { env } from '@/lib/env'
import { shortestPassword } from '@/lib/studio/password'
import { hashToken } from '@/lib/studio/token'
import { setPassword } from './actions'

const title = `Set your password · ${site.name} Studio`

/** The title is left to the form, which changes it when something is wrong. */
export const metadata: Metadata = { title: null }

/** Where the address leads that `npm start` prints. Looking at it uses nothing up. */
export default async function SetPasswordPage({ searchParams }: PageProps<'/studio/set-password'>) {
  const { token } = await searchParams
  const isOpen = typeof token === 'string' && (await readForDesk(isInvitationOpen(hashToken(token))))
  return (
    <StudioFrame site={site} skipTo={isOpen ? 'the form' : 'the page'}>
      <header className="grid page-head">
        <div>
          <h1>{isOpen ? 'Set your password' : 'This address is used up'}</h1>
          <p>
            {isOpen
              ? 'It opens the studio from now on. A sentence only you would think of is easy to keep and hard to guess.'
              : words.addressUsed}
          </p>
        </div>
      </header>
      <div className="grid">
        {isOpen ? (
          <PasswordForm
            siteUrl={env.SITE_URL}
            action={setPassword}
            title={title}
            hidden={{ token }}
            fields={[
              {
                name: 'password',
                label: 'Password',
                hint: `${shortestPassword} characters or more, spaces count`,
                autoComplete: 'new-password',
              },
              { name: 'again', label: 'The same again', autoComplete: 'new-password' },
            ]}
            button="Set password"
          />
        ) : (
          <p className="desk-note">
            <title>{title}</title>
            If you have a password, <a href="/studio/sign-in">sign in</a>. If not, start the blog again: it
            says a new address.
          </p>
        )}
      </div>
    </StudioFrame>
  )
}
