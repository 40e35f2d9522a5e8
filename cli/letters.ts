import '../jobs/testing/own-data'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { closeDb, getDb } from '../db/client'
import { startEmbedded } from '../db/embedded/start-embedded'
import { migrate } from '../db/migrate'
import { env } from '../lib/env'
import { drawLetter } from './letters/draw-letter'
import { makeEveryLetter } from './letters/make-every-letter'
import { type Run, runCommand } from './run/run'
import { findChromium } from './testing/find-chromium'

/**
 * `npm run letters -- FOLDER`: pictures of every letter that the blog writes, for whoever changes one. They are written
 * as always, of what is said on a blog of its own that is gone afterwards; nothing is sent.
 */
async function letters(run: Run) {
  run.onEnd(() => rm(env.DATA_DIR, { recursive: true }))
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const folder = positionals[0] ?? join('.data', 'letter-pictures')
  if (values.help)
    return console.log(`npm run letters -- FOLDER   pictures of every letter; without one in ${folder}`)
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium to draw with: `npm test` installs one.')
  const database = await startEmbedded(env.DATA_DIR)
  run.onEnd(() => database.stop())
  run.onEnd(() => closeDb(getDb()))
  await migrate()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  run.onEnd(() => browser.close())
  await mkdir(folder, { recursive: true })
  for (const [index, letter] of (await makeEveryLetter()).entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${letter.name}`
    await drawLetter(browser, letter, join(folder, name))
    console.log(`${name}: ${letter.subject}`)
  }
  console.log(`The pictures are in ${folder}.`)
}

await runCommand(letters)
