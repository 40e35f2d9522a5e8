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
 * A cookie of a guest, for the pages of their own comments alone and never for whoever came from elsewhere: `guest`
 * shows those, `guest-feed` what was just made there. Bound to a path it cannot be `__Host-`; `__Secure-` (RFC 6265bis
 * 4.1.3) is the next best.
 */
export function guestCookie(name: 'guest' | 'guest-feed', siteUrl: string) {
  const secure = siteUrl.startsWith('https:')
  return {
    name: secure ? `__Secure-${name}` : name,
    httpOnly: true,
    secure,
    sameSite: 'strict',
    path: '/my-comments',
  } as const
}
