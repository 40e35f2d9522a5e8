import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deleteWritten, forgetWritten } from './forget-written'
import { writeInto } from './send-letter'

test('letters that were written are kept for thirty days, and what is not a letter for good', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'))
  try {
    for (const id of ['1', '2']) {
      const message = { from: 'a@blog.example', to: 'nell@wren.example', text: 'Hello' }
      expect(await writeInto(folder)(message, id)).toMatchObject({ ok: true })
    }
    writeFileSync(join(folder, 'notes.txt'), 'Mine.')
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    utimesSync(join(folder, '1.eml'), daysAgo(30.1), daysAgo(30.1))
    utimesSync(join(folder, '2.eml'), daysAgo(29.9), daysAgo(29.9))
    utimesSync(join(folder, 'notes.txt'), daysAgo(90), daysAgo(90))
    await forgetWritten(folder)
    expect(readdirSync(folder).sort()).toEqual(['2.eml', 'notes.txt'])
    await forgetWritten(join(folder, 'nowhere'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('letters are deleted by the ids they had, and no others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'))
  try {
    for (const id of ['1', '12', '2']) writeFileSync(join(folder, `${id}.eml`), 'Hello')
    await deleteWritten(folder, [1, 2, 77])
    expect(readdirSync(folder)).toEqual(['12.eml'])
    await deleteWritten(join(folder, 'nowhere'), [1])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
