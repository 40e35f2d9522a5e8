type Header = { key: string; value: string }

/** Everything the blog itself never asks of a browser. Copying and sharing stay with our own pages. */
const closedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/**
 * The Content-Security-Policy of readers' pages. They are static and cannot carry a nonce, so inline scripts are
 * allowed and all else is closed; comments never become raw HTML, which is the first defence. `development` adds
 * what the dev server and its live reload need, and nothing else.
 */
export function contentSecurityPolicy(development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * The policy of pictures. An SVG that is opened by its own address is a page of this site: it may look as it was
 * drawn, and do nothing. Inside `<img>` it never could.
 */
export const picturePolicy: Header = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}

/**
 * What a page lets its browser do. The scripts, styles and fonts of the build never become a page, and go without:
 * on a first visit fourteen of them would carry it along, as many bytes as a post has text.
 */
export function pagePolicies(development: boolean): Header[] {
  return [
    { key: 'Content-Security-Policy', value: contentSecurityPolicy(development) },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: closedFeatures.map((feature) => `${feature}=()`).join(', ') },
  ]
}

/** The headers every answer carries. HSTS only where the site is reached by https, and only for its own host. */
export function headersOfAll(siteUrl: string): Header[] {
  const headers = [{ key: 'X-Content-Type-Options', value: 'nosniff' }]
  if (siteUrl.startsWith('https:')) {
    headers.push({ key: 'Strict-Transport-Security', value: 'max-age=63072000' })
  }
  return headers
}

/** What the pages say that letters lead to, whose addresses hold a token, and those that are for one guest alone. `no-referrer` would make their forms send `Origin: null`. */
export const letterHeaders: Header[] = [
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]
