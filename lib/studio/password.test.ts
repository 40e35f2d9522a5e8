import { describe, expect, test } from 'vitest'
import { findPasswordFault, hashPassword, isPassword } from './password'

describe('a password', () => {
  test('is known again, and no other is taken for it', async () => {
    const stored = await hashPassword('seven odd buttons')
    expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}==\$[\w+/]{43}=$/)
    expect(await isPassword('seven odd buttons', stored)).toBe(true)
    expect(await isPassword('seven odd button', stored)).toBe(false)
    expect(await isPassword('', stored)).toBe(false)
  })

  test('is stored differently each time', async () => {
    expect(await hashPassword('seven odd buttons')).not.toBe(await hashPassword('seven odd buttons'))
  })

  test('is the same from a keyboard that composes its letters', async () => {
    expect(await isPassword('cafe\u0301 au fil', await hashPassword('caf\u00e9 au fil'))).toBe(true)
  })

  test('is never right where none is stored, which costs as much work to say', async () => {
    const stored = await hashPassword('seven odd buttons')
    const work = async (hash: string | null) => {
      const before = process.cpuUsage()
      expect(await isPassword('nobody knows it', hash)).toBe(false)
      return process.cpuUsage(before).user
    }
    const [wrong, none] = [await work(stored), await work(null)]
    expect(none).toBeGreaterThan(wrong / 2)
    expect(none).toBeLessThan(wrong * 2)
  })

  test('of an older cost is still read', async () => {
    // scrypt of RFC 7914, section 12: N=16384, r=8, p=1, cut to 32 bytes.
    const salt = Buffer.from('SodiumChloride').toString('base64')
    const hash = Buffer.from(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
      'hex',
    ).toString('base64')
    expect(await isPassword('pleaseletmein', `$scrypt$ln=14,r=8,p=1$${salt}$${hash}`)).toBe(true)
  })

  test('that is stored as something else is a fault, not a no', async () => {
    await expect(isPassword('seven odd buttons', 'seven odd buttons')).rejects.toThrow('not one of ours')
  })
})

test.each([
  ['', 'tooShort'],
  ['elevenchars', 'tooShort'],
  ['🧵'.repeat(11), 'tooShort'],
  ['twelve chars', null],
  ['🧵'.repeat(12), null],
  ['a'.repeat(1000), null],
  ['a'.repeat(1001), 'tooLong'],
])('%j has the fault %s', (password, fault) => {
  expect(findPasswordFault(password)).toBe(fault)
})
