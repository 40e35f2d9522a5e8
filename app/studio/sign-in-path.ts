export const signInPath = '/studio/sign-in'

/** Where a stranger signs in who is to be at `path` then. */
export function signInPathTo(path: string): string {
  return path === '/studio' ? signInPath : `${signInPath}?next=${encodeURIComponent(path)}`
}
