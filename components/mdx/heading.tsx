import type { ReactNode } from 'react'

type HeadingProps = { id: string; children: ReactNode }

export function H2({ id, children }: HeadingProps) {
  return (
    <div className="h">
      <h2 id={id}>{children}</h2>
      <SectionLink id={id}>{children}</SectionLink>
    </div>
  )
}

export function H3({ id, children }: HeadingProps) {
  return (
    <div className="h">
      <h3 id={id}>{children}</h3>
      <SectionLink id={id}>{children}</SectionLink>
    </div>
  )
}

/** The stitch from the heading to the edge of the text. It stands outside the heading, whose name stays its words. */
function SectionLink({ id, children }: HeadingProps) {
  return (
    <a href={`#${id}`}>
      <span className="vh">Link to section: {children}</span>
    </a>
  )
}
