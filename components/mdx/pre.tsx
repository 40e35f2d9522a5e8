import type { ComponentProps } from 'react'

/**
 * Code with a button that copies it. `CopyCode` does the work, before React is there or without it: all words are in
 * the page, and only which of them are hidden may differ from what the server drew.
 */
export function Pre(props: ComponentProps<'pre'>) {
  return (
    <div className="code">
      <pre {...props} />
      <button className="quiet scripted" type="button">
        <span suppressHydrationWarning>Copy code</span>
        <span hidden suppressHydrationWarning>
          Copied
        </span>
      </button>
      <span role="status">
        <span className="vh" hidden suppressHydrationWarning>
          Copied
        </span>
        <span className="meta" hidden suppressHydrationWarning>
          The browser did not copy. The code is selected.
        </span>
      </span>
    </div>
  )
}
