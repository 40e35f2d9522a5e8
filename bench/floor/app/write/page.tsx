import { redirect } from 'next/navigation'
import { Pool } from 'pg'

/** A bare action: one row in one transaction, and where to go next. What posting must cost on this machine. */
const pool = new Pool({ connectionString: process.env.FLOOR_POSTGRES })

async function write(form: FormData) {
  'use server'
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into words (body) values ($1)', [String(form.get('body'))])
    await client.query('commit')
  } finally {
    client.release()
  }
  redirect('/write')
}

export default function Page() {
  return (
    <form id="comment-form" action={write}>
      <textarea name="body" />
      <button type="submit">Write</button>
    </form>
  )
}
