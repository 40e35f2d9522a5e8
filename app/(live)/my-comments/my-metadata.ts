import type { Metadata } from 'next'
import { site } from '@/content/site'

/** The head of a page for one guest alone: nobody finds it, and its address is told to no other site. */
export function myMetadata(title: string): Metadata {
  return {
    title: { absolute: `${title} · ${site.name}` },
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  }
}
