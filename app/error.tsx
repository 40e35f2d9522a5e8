'use client'

import { CameApart } from '@/components/came-apart'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <CameApart error={error} retry={retry} />
}
