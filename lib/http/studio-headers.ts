type StudioPolicy = {
  /** Made for this one answer. */
  nonce: string
  /** SHA-256, in base64, of the one script that stands in every page as it is. */
  scriptHash: string
  development: boolean
}

/**
 * The Content-Security-Policy of the studio: only scripts with this answer's nonce, the ones they load, and the one
 * script of that hash. `development` adds what the dev server and its live reload need.
 */
export function studioPolicy({ nonce, scriptHash, development }: StudioPolicy): string {
  const scripts = `'nonce-${nonce}' 'sha256-${scriptHash}'`
  return [
    "default-src 'self'",
    development ? `script-src 'self' ${scripts} 'unsafe-eval'` : `script-src ${scripts} 'strict-dynamic'`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What every answer under `/studio` carries besides its policy: nobody stores, finds or frames it. */
export const studioHeaders: Record<string, string> = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Frame-Options': 'DENY',
  // An address may hold a token. `no-referrer` would make the forms here send `Origin: null`.
  'Referrer-Policy': 'same-origin',
}
