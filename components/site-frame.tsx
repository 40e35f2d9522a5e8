import type { ReactNode } from 'react'
import type { Site } from '@/lib/site'
import { NextPages } from './next-pages'
import { SearchKeys } from './search-keys'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

type SiteFrameProps = {
  site: Pick<Site, 'name' | 'about' | 'navigation' | 'foot'>
  /** What the skip link leads to: "the post", "the list". */
  skipTo: string
  /** This page's path, to mark it in the navigation. */
  current?: string
  /**
   * None, where nothing on the page needs React in the browser; late, where it can wait for the first sign of a
   * reader (lib/http/page-scripts.ts). At once, unless it is said.
   */
  scripts?: 'none' | 'late'
  children: ReactNode
}

/** What stands round every page: skip link, head, the one `<main>`, foot. */
export function SiteFrame({ site, skipTo, current, scripts, children }: SiteFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to {skipTo}
      </a>
      <SiteHeader name={site.name} items={site.navigation} current={current} />
      <main id="main" tabIndex={-1} data-scripts={scripts}>
        {children}
      </main>
      <SiteFooter about={site.about} items={site.foot} />
      <SearchKeys />
      <NextPages />
    </>
  )
}
