import type { ReactNode } from 'react'
import type { Site } from '@/lib/site'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

type StudioFrameProps = {
  site: Pick<Site, 'name' | 'about' | 'foot'>
  /** What the skip link leads to: "the inbox", "the form". */
  skipTo: string
  /** The id of that; the whole of the page where there is nothing nearer. */
  skipId?: string
  /** The pages of the studio; none for strangers. */
  pages?: { label: string; href: string }[]
  /** This page's path, to mark it among them. */
  current?: string
  /** At the end of the navigation: how to leave. */
  exit?: ReactNode
  children: ReactNode
}

/** What stands round every page of the studio, as `SiteFrame` does round those of readers. */
export function StudioFrame({
  site,
  skipTo,
  skipId = 'main',
  pages = [],
  current,
  exit,
  children,
}: StudioFrameProps) {
  return (
    <div className="studio">
      <a className="skip" href={`#${skipId}`}>
        Skip to {skipTo}
      </a>
      <SiteHeader
        name={site.name}
        part="Studio"
        items={[...pages, { label: 'See the blog', href: '/' }]}
        current={current}
      >
        {exit}
      </SiteHeader>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter about={site.about} items={site.foot} />
    </div>
  )
}
