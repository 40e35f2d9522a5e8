import type { ReactNode } from 'react'
import { DeskFrame } from './desk-frame'

type DeskPageProps = {
  title: string
  intro: ReactNode
  skipTo: string
  current: string
  children: ReactNode
}

/** A page of the studio that is one column under a title. */
export function DeskPage({ title, intro, skipTo, current, children }: DeskPageProps) {
  return (
    <DeskFrame skipTo={skipTo} current={current}>
      <header className="grid page-head">
        <div>
          <h1>{title}</h1>
          <p>{intro}</p>
        </div>
      </header>
      <div className="grid">
        <div className="desk-body">{children}</div>
      </div>
    </DeskFrame>
  )
}

/** The title of a page of the studio, as it stands in the window. */
export function deskTitle(title: string, name: string) {
  return { title: { absolute: `${title} · ${name} Studio` } }
}
