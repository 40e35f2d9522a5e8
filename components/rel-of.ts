/** What finders are told of the links to a commenter's own site: not to follow them, until the author trusts the person. */
export function relOf(isTrusted: boolean | undefined): string {
  return isTrusted ? 'noopener' : 'ugc nofollow noopener'
}
