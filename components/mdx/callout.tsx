import type { ReactNode } from 'react'
import { calloutTitle } from '@/lib/words/callout-title'

const classes = {
  note: 'callout rail',
  care: 'callout rail care',
  aside: 'callout by-the-way',
}

type CalloutProps = { tone?: keyof typeof classes; title?: string; children: ReactNode }

export function Callout({ tone = 'note', title = calloutTitle(tone), children }: CalloutProps) {
  return (
    <div className={classes[tone]} role="note" aria-label={title}>
      <p className="callout-title">{title}</p>
      {children}
    </div>
  )
}
