import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bare prerendered pages: a file of the folder `FLOOR_TEXTS` each, and nothing but its words. */
export const dynamicParams = false

const folder = process.env.FLOOR_TEXTS ?? ''

export function generateStaticParams() {
  return readdirSync(folder).map((file) => ({ name: file.replace(/\.txt$/, '') }))
}

export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  return (
    <main>
      <h1>A bare page</h1>
      <p>{readFileSync(join(folder, `${(await params).name}.txt`), 'utf8')}</p>
    </main>
  )
}
