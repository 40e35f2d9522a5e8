import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Turbopack looks for `proxy.ts` and `instrumentation.ts` above this folder, too, where they are the blog's.
  pageExtensions: ['tsx'],
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
}

export default config
