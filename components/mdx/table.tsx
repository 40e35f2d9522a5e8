import type { ReactNode } from 'react'

/** A table in a frame that scrolls by itself on narrow screens, and can be scrolled with the keys. */
export function Table({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
    <section className="table" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  )
}
