import type { ReactNode } from 'react'

type HeadingProps = { id: string; children: ReactNode }

export function H2({ id, children }: HeadingProps) {
  return (
    <div className="h">
      <h2 id={id}>{children}</h2>
      <SectionLink id={id} />
    </div>
  )
}

export function H3({ id, children }: HeadingProps) {
  return (
    <div className="h">
      <h3 id={id}>{children}</h3>
      <SectionLink id={id} />
    </div>
  )
}

/**
 * The stitch from the heading to the edge of the text. It stands outside the heading, whose name stays its words,
 * and borrows those by reference: said again they could hold a link within this link. No heading's id has a colon.
 */
function SectionLink({ id }: { id: string }) {
  const label = `link:${id}`
  return (
    <a href={`#${id}`} aria-labelledby={`${label} ${id}`}>
      <span className="vh" id={label}>
        Link to section:
      </span>
    </a>
  )
}
