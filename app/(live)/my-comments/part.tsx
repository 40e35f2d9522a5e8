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
    <section className="part" id={id} aria-labelledby={`${id}-h`}>
      <div className="part-head">
        <h2 id={`${id}-h`}>{heading}</h2>
        {meta && <p className="meta">{meta}</p>}
      </div>
      <div className="part-body">{children}</div>
    </section>
  )
}
