import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import './my-comments.css'

type MyFrameProps = { heading: ReactNode; intro?: ReactNode; skipTo: string; children: ReactNode }

/** A page for one guest alone. */
export function MyFrame({ heading, intro, skipTo, children }: MyFrameProps) {
  return (
    <SiteFrame site={site} skipTo={skipTo}>
      <div className="grid">
        <header className="page-head">
          <h1>{heading}</h1>
          {intro && <div className="intro">{intro}</div>}
        </header>
      </div>
      {children}
    </SiteFrame>
  )
}
