/**
 * Name and attributes of a cookie of ours: no script reads it. With https it is bound to this very host (`__Host-`, RFC 6265bis
 * 4.1.3) and sent by https alone. Lax, so that a link in a letter finds the author signed in; what it would still
 * come along with, a visit, changes nothing.
 */
export function ownCookie(name: 'studio' | 'studio-device' | 'writer', siteUrl: string) {
  const secure = siteUrl.startsWith('https:')
  return {
    name: secure ? `__Host-${name}` : name,
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
  } as const
}

/**
 * The cookie that shows a guest their own comments, on those pages alone and never to whoever came from elsewhere. Bound
 * to a path it cannot be `__Host-`; `__Secure-` (RFC 6265bis 4.1.3) is the next best.
 */
export function guestCookie(siteUrl: string) {
  const secure = siteUrl.startsWith('https:')
  return {
    name: secure ? '__Secure-guest' : 'guest',
    httpOnly: true,
    secure,
    sameSite: 'strict',
    path: '/my-comments',
  } as const
}
