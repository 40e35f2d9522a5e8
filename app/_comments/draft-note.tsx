import type { ReactNode } from 'react'

/** `from` is when words were typed that were found on this device, null for those that are being typed. */
export type DraftFrom = { from: string | null }

type DraftNoteProps = DraftFrom & {
  /** What else there is to know of them. */
  more?: string
  onDiscard: () => void
  /** What the button says. */
  children: ReactNode
}

/** That what is typed is kept on this device, or since when it has been. */
export function DraftNote({ from, more, onDiscard, children }: DraftNoteProps) {
  return (
    <p className="draft">
      {from ? `We kept your draft from ${from}.` : 'Draft saved on this device.'}
      {more}
      <button className="quiet" type="button" onClick={onDiscard}>
        {children}
      </button>
    </p>
  )
}

/** An instant in milliseconds since 1970 as the note says it, by the reader's own clock: the time when it was today, else the day. */
export function sayWhen(instant: number): string {
  const then = new Date(instant)
  const isToday = then.toDateString() === new Date().toDateString()
  return then.toLocaleString(
    document.documentElement.lang,
    isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' },
  )
}
