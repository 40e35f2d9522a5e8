import { env } from '../env'

/** The whole address of a path on this site. Letters beyond ASCII stand percent-encoded in it (RFC 3986, section 2.1). */
export function addressOf(path: string): string {
  return env.SITE_URL + encodeURI(path)
}
