'use client'

import { useEffect, useRef, useState } from 'react'

type CopyButtonProps = {
  text: string
  label: string
  /** Ends the label for those who do not see where the button stands. */
  of?: string
}

/** Copies `text`. Says "Copied" for two seconds; when the browser refuses, shows the text selected instead. */
export function CopyButton({ text, label, of }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (state === 'refused') field.current?.select()
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('ready'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused')
    }
  }

  return (
    <>
      <button className="quiet scripted" type="button" onClick={copy}>
        {state === 'copied' ? 'Copied' : label}
        {of && state !== 'copied' && <span className="vh">{of}</span>}
      </button>
      <output className="vh">{state === 'copied' && 'Copied'}</output>
      {state === 'refused' && (
        <input ref={field} className="plain-words" readOnly value={text} aria-label={label} />
      )}
    </>
  )
}
