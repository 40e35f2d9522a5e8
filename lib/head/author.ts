import { site } from '../../content/site'
import { env } from '../env'

/** Who writes here, as those who index the web read it (schema.org/Person, in JSON-LD). */
export const author = { '@type': 'Person', name: site.author, url: env.SITE_URL, sameAs: site.profiles }
