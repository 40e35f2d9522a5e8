import { site } from '@/content/site'

const page = `<!doctype html><html lang="${site.language}"><title>Unpicked for good</title><meta http-equiv="refresh" content="0; url=/gone">`

/**
 * The answer of every address in `site.gone` (next.config.ts leads them here): 410, which machines take as final. No page
 * of Next's can answer it, so people are sent on to one.
 */
export function GET(): Response {
  return new Response(page, {
    status: 410,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'public, max-age=0, s-maxage=60',
    },
  })
}
