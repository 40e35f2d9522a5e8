'use client'

import { type ComponentProps, lazy } from 'react'

const LostPage = lazy(async () => ({ default: (await import('./lost-page')).LostPage }))

/** The page that says there is none, with scripts of its own: they come to those who are lost, and to nobody else. */
export function Lost(props: ComponentProps<typeof LostPage>) {
  return <LostPage {...props} />
}
