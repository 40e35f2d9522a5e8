import { site } from '../../content/site'
import { env } from '../env'
import { author } from './author'

/**
 * The blog itself, for its home page, as those who index the web read it: a schema.org/Blog, and a WebSite, by which they
 * call the site, in JSON-LD.
 */
export const blog = {
  '@context': 'https://schema.org',
  '@type': ['WebSite', 'Blog'],
  name: site.name,
  description: site.line,
  url: env.SITE_URL,
  inLanguage: site.language,
  author,
}
