import type { ReactNode } from 'react'

/** A part of a guest's page, its heading beside it where there is room, as the years of the archive. */
export function Part({
  id,
  heading,
  meta,
  children,
}: {
  id: string
  heading: string
  meta?: string
  children: ReactNode
}) {
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {meta && <p className="meta">{meta}</p>}
      </div>
      <div className="part-body">{children}</div>
    </section>
  )
}
