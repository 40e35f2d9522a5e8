import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settingsOfBuild } from './settings-of-build'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function note(config: object) {
  writeFileSync(join(folder, 'required-server-files.json'), JSON.stringify({ version: 1, config, files: [] }))
}

test('they are those of the build, for the folder where it lies', () => {
  note({ distDir: '.next', compress: true, experimental: { serverActions: { bodySizeLimit: '256kb' } } })
  expect(JSON.parse(settingsOfBuild(folder))).toEqual({
    distDir: folder,
    compress: true,
    experimental: { serverActions: { bodySizeLimit: '256kb' } },
  })
})

test('however many old addresses lead somewhere, they fit into a variable', () => {
  const redirect = {
    source: '/2019/05/a-post-with-a-long-name',
    destination: '/posts/a-post-with-a-long-name',
  }
  const many = Array.from({ length: 10_000 }, () => redirect)
  note({ compress: true, _originalRedirects: many, _originalRewrites: { beforeFiles: many } })
  expect(settingsOfBuild(folder).length).toBeLessThan(1_000)
})

test('without a build it says which file is not there', () => {
  expect(() => settingsOfBuild(join(folder, 'none'))).toThrow('required-server-files.json')
})
