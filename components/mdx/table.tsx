import type { ReactNode } from 'react'

/**
 * A table in a frame that scrolls by itself on narrow screens, and can be scrolled with the keys. A group and no
 * region: Markdown has no captions, and landmarks that are all called "Table" are signposts with one word on them.
 */
export function Table({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for the fields of a form.
    <div className="table" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}
