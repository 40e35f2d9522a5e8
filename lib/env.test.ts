import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isLoopback, readEnv, variableNames } from './env'

describe('The environment', () => {
  test('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({
      SITE_URL: 'http://localhost:3000',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      CONTENT_DIR: 'content',
      TRUSTED_PROXIES: 0,
      COMMENT_LIMITS: 'on',
    })
    expect(readEnv({}).POSTGRES_URL).toBeUndefined()
  })

  test('counts an empty value as none', () => {
    expect(readEnv({ PORT: '', POSTGRES_URL: '', SITE_URL: '' })).toEqual(readEnv({}))
  })

  test('puts the port into the address of a site that has no other', () => {
    expect(readEnv({ PORT: '4000' }).SITE_URL).toBe('http://localhost:4000')
    expect(readEnv({ PORT: '4000', SITE_URL: 'https://unpicked.example' }).SITE_URL).toBe(
      'https://unpicked.example',
    )
  })

  test('keeps the address of the site without a slash at the end', () => {
    expect(readEnv({ SITE_URL: 'https://unpicked.example/' }).SITE_URL).toBe('https://unpicked.example')
    expect(readEnv({ SITE_URL: 'https://unpicked.example:443' }).SITE_URL).toBe('https://unpicked.example')
  })

  test.each([
    'https://unpicked.example/blog',
    'https://unpicked.example//',
    'https://unpicked.example/?from=x',
    'https://unpicked.example/?',
    'https://unpicked.example/#top',
    'https://me:secret@unpicked.example',
  ])('takes nothing but the origin of the site: not %s', (SITE_URL) => {
    expect(() => readEnv({ SITE_URL })).toThrow(/must be an origin alone[\s\S]*SITE_URL/)
  })

  test('says of an address that is none only that', () => {
    expect(() => readEnv({ SITE_URL: 'unpicked.example' })).toThrow(/^((?!origin)[\s\S])*SITE_URL/)
  })

  test('names everything that is wrong, at once', () => {
    const wrong = { PORT: 'eighty', POSTGRES_URL: 'mysql://db', TRUSTED_PROXIES: '-1' }
    for (const name of Object.keys(wrong)) expect(() => readEnv(wrong)).toThrow(name)
  })

  test('takes a password for the studio as it stands, and no short one', () => {
    const STUDIO_PASSWORD = ' seven odd buttons '
    expect(readEnv({ STUDIO_PASSWORD }).STUDIO_PASSWORD).toBe(STUDIO_PASSWORD)
    expect(() => readEnv({ STUDIO_PASSWORD: 'elevenchars' })).toThrow(
      /must have 12 characters or more[\s\S]*STUDIO_PASSWORD/,
    )
    expect(() => readEnv({ STUDIO_PASSWORD: 'elevenchars' })).not.toThrow('elevenchars')
  })

  test('reads whom letters come from', () => {
    const from = (MAIL_FROM: string) => readEnv({ MAIL_FROM }).MAIL_FROM
    expect(from('letters@blog.example.org')).toEqual({ name: null, address: 'letters@blog.example.org' })
    expect(from(' "Un, picked" <letters@blog.example.org> ')).toEqual({
      name: 'Un, picked',
      address: 'letters@blog.example.org',
    })
  })

  test.each([
    'Unpicked',
    'a@b.example, c@d.example',
    'Unpicked <a@b.example> <c@d.example>',
    'a@b.example\r\nBcc: c@d.example',
    '<a@b.example>, <c@d.example>',
    'a(comment)@b.example',
    'blog@localhost',
  ])('lets letters come from one plain address alone: not %j', (MAIL_FROM) => {
    expect(() => readEnv({ MAIL_FROM })).toThrow(/must be an address[\s\S]*MAIL_FROM/)
  })

  test('sends no letters that come from nobody, and by no other way than SMTP', () => {
    const SMTP_URL = 'smtps://me:secret@mail.example.org'
    expect(() => readEnv({ SMTP_URL })).toThrow('MAIL_FROM')
    expect(readEnv({ SMTP_URL, MAIL_FROM: 'letters@blog.example.org' }).SMTP_URL).toBe(SMTP_URL)
    expect(() => readEnv({ SMTP_URL: 'https://mail.example.org' })).toThrow('SMTP_URL')
  })

  test('lets nobody switch the limits off on a public site', () => {
    expect(() => readEnv({ COMMENT_LIMITS: 'off', SITE_URL: 'https://unpicked.example' })).toThrow('loopback')
    expect(readEnv({ COMMENT_LIMITS: 'off', SITE_URL: 'http://127.0.0.1:3100' }).COMMENT_LIMITS).toBe('off')
  })

  test('lets nobody have a public site read from its own machine', () => {
    expect(() => readEnv({ FETCH_LOOPBACK: 'on', SITE_URL: 'https://unpicked.example' })).toThrow('loopback')
    expect(readEnv({ FETCH_LOOPBACK: 'on', SITE_URL: 'http://127.0.0.1:3100' }).FETCH_LOOPBACK).toBe('on')
    expect(readEnv({}).FETCH_LOOPBACK).toBe('off')
  })

  test.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1', true],
    ['http://127.8.9.10:80', true],
    ['http://[::1]:3000', true],
    // Looks like one, and is a name that anybody may register or an address on the network.
    ['http://127.0.0.1.example', false],
    ['http://localhost.example', false],
    ['http://10.0.0.1', false],
    ['https://unpicked.example', false],
  ])('%s is on the loopback: %s', (siteUrl, expected) => {
    expect(isLoopback(siteUrl)).toBe(expected)
  })
})

test('.env.example tells of every variable that people set, and is right as it stands', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const settings = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2))
  const values: Record<string, string> = Object.fromEntries(settings)
  expect(Object.keys(values).sort()).toEqual(
    variableNames.filter((name) => !['REMAKE_TOKEN', 'VERCEL'].includes(name)).sort(),
  )
  expect(readEnv(values)).toEqual(readEnv({}))
})
