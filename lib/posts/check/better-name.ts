import { slugify } from '../slugify'

/** The file name, ending in `.mdx`, that comes nearest to a name and makes an address. Null when nothing of the name can be kept. */
export function betterName(name: string): string | null {
  const slug = slugify(name).replace(/[^a-z0-9-]/g, '')
  return slug ? `${slug}.mdx` : null
}
