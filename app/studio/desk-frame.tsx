import type { ReactNode } from 'react'
import { StudioFrame } from '@/components/studio-frame'
import { site } from '@/content/site'
import { signOut } from './actions'
import { LeaveForm } from './leave-form'

const pages = [
  { label: 'Inbox', href: '/studio' },
  { label: 'Still waiting', href: '/studio/waiting' },
  { label: 'People', href: '/studio/people' },
  { label: 'Rules', href: '/studio/rules' },
  { label: 'Log', href: '/studio/log' },
  { label: 'Sign-ins', href: '/studio/sessions' },
]

type DeskFrameProps = { skipTo: string; skipId?: string; current?: string; children: ReactNode }

/** What stands round every page that only the author sees. */
export function DeskFrame({ skipTo, skipId, current, children }: DeskFrameProps) {
  return (
    <StudioFrame
      site={site}
      skipTo={skipTo}
      skipId={skipId}
      pages={pages}
      current={current}
      exit={<SignOut />}
    >
      {children}
    </StudioFrame>
  )
}

function SignOut() {
  return (
    <LeaveForm action={signOut}>
      <button className="sign-out" type="submit">
        Sign out
      </button>
    </LeaveForm>
  )
}
