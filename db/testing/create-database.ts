import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Makes a database on the server of `url`, empty or as a copy of `template`, and gives its URL. */
export async function createDatabase(url: string, template = 'template0'): Promise<string> {
  const name = `unpicked_${randomBytes(6).toString('hex')}`
  await runOn(url, `create database "${name}" template "${template}"`)
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}

/** Runs one statement on a connection of its own. */
export async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
