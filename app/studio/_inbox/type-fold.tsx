import type { MouseEvent, ReactNode } from 'react'

type TypeFoldProps = {
  className: 'say' | 'mend'
  /** What opens it. */
  words: string
  isOpen: boolean
  /** Where its comment stands alone, at the field in here; null on that page. */
  alonePath: string | null
  children: ReactNode
}

/**
 * What opens for the author to type in. Without JavaScript whatever is sent takes the page away, and what is typed
 * elsewhere on it: so a list leads to the page of one comment, where nothing else can be typed.
 */
export function TypeFold({ className, words, isOpen, alonePath, children }: TypeFoldProps) {
  const button = className === 'say' ? 'btn' : 'quiet'
  return (
    <>
      {alonePath !== null && (
        <a className={`${button} unscripted`} href={alonePath}>
          {words}
        </a>
      )}
      <details className={alonePath === null ? className : `${className} scripted`} open={isOpen}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control: it takes the focus, and Enter and Space press it */}
        <summary className={button} onClick={openToType}>
          <span className="when-folded">{words}</span>
          <span className="when-open">
            Close<span className="vh"> {words}</span>
          </span>
        </summary>
        {children}
      </details>
    </>
  )
}

/** With the focus left outside, what is typed next would be keys of the list, and decide. */
function openToType(event: MouseEvent) {
  const fold = event.currentTarget.closest('details')
  if (!fold || fold.open) return
  event.preventDefault()
  fold.open = true
  fold.querySelector('textarea')?.focus()
}
