import type { ReactNode } from 'react'
import type { Site } from '@/lib/site'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

type SiteFrameProps = {
  site: Pick<Site, 'name' | 'about' | 'navigation' | 'foot'>
  /** What the skip link leads to: "the post", "the list". */
  skipTo: string
  /** This page's path, to mark it in the navigation. */
  current?: string
  /** Nothing on this page needs React in the browser: its scripts are left out (lib/http/still-page.mjs). */
  still?: true
  children: ReactNode
}

/** What stands round every page: skip link, head, the one `<main>`, foot. */
export function SiteFrame({ site, skipTo, current, still, children }: SiteFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to {skipTo}
      </a>
      <SiteHeader name={site.name} items={site.navigation} current={current} />
      <main id="main" tabIndex={-1} data-still={still}>
        {children}
      </main>
      <SiteFooter about={site.about} items={site.foot} />
    </>
  )
}
