import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

test('--help says how to have the pictures drawn, draws none, and leaves nothing behind', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'help-'))
  onTestFinished(() => rmSync(temporary, { recursive: true }))
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/letters.ts', '--help'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  })
  expect(stdout).toContain('npm run letters -- FOLDER')
  expect(status).toBe(0)
  expect(readdirSync(temporary).filter((name) => name.startsWith('letters-'))).toEqual([])
})
