/** What a POST that no page of `site` sent may say of where it comes from: headers, by what each is. */
export function listForgeries(site: string): Record<string, Record<string, string>> {
  return {
    'from another site': { origin: 'https://evil.example' },
    'from a frame without an origin': { origin: 'null' },
    'without an origin': {},
    'from another site that forges the host': {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    },
    'from another port': { origin: site.replace(/\d+$/, '1') },
    'that names our origin, and was made elsewhere': { origin: site, 'sec-fetch-site': 'cross-site' },
  }
}
