import type { ReactNode } from 'react'

const tones = {
  note: { className: 'callout rail', label: 'Note' },
  care: { className: 'callout rail care', label: 'Take care' },
  aside: { className: 'callout by-the-way', label: 'By the way' },
}

type CalloutProps = { tone?: keyof typeof tones; title?: string; children: ReactNode }

export function Callout({ tone = 'note', title, children }: CalloutProps) {
  const { className, label } = tones[tone]
  return (
    <div className={className} role="note" aria-label={title ?? label}>
      <p className="callout-title">{title ?? label}</p>
      {children}
    </div>
  )
}
