import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** In code points. OWASP ASVS 5.0, 6.2.1 asks for 8 at least and would like 15. */
export const shortestPassword = 12
/** Longer ones are no safer, and take time to hash. */
export const longestPassword = 1000

/**
 * OWASP Password Storage Cheat Sheet, "scrypt": N=2^15, r=8, p=3 is as strong as its N=2^17, r=8, p=1 and needs
 * 32 MiB in place of 128, which a small server has even for four guesses at once.
 */
const cost = { exponent: 15, blockSize: 8, parallelization: 3 }
const saltBytes = 16
const hashBytes = 32
/** Compared with when there is no password, so that this takes as long as a wrong one. */
const nobodys = write(cost, Buffer.alloc(saltBytes), Buffer.alloc(hashBytes))

/** What is wrong with a password that is to be set; null when nothing is. Any characters will do. */
export function findPasswordFault(password: string): 'tooShort' | 'tooLong' | null {
  const length = [...password].length
  if (length < shortestPassword) return 'tooShort'
  return length > longestPassword ? 'tooLong' : null
}

/** A password as it is stored: `$scrypt$ln=15,r=8,p=3$SALT$HASH`, both in base64, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return write(cost, salt, await derive(password, salt, cost))
}

/**
 * Whether `typed` is the password that was stored as `stored`. Never when nothing is stored (null), which takes
 * as long. Throws when `stored` is no hash of ours.
 */
export async function isPassword(typed: string, stored: string | null): Promise<boolean> {
  const { salt, hash, cost } = read(stored ?? nobodys)
  const same = timingSafeEqual(await derive(typed, salt, cost), hash)
  return same && stored !== null
}

type Cost = typeof cost

function write({ exponent, blockSize, parallelization }: Cost, salt: Buffer, hash: Buffer): string {
  return `$scrypt$ln=${exponent},r=${blockSize},p=${parallelization}$${salt.toString('base64')}$${hash.toString('base64')}`
}

function read(stored: string): { salt: Buffer; hash: Buffer; cost: Cost } {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/=]+)\$([\w+/=]+)$/.exec(stored)
  if (!parts) throw new Error('The stored password is not one of ours.')
  const [, exponent, blockSize, parallelization, salt = '', hash = ''] = parts
  return {
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
    cost: {
      exponent: Number(exponent),
      blockSize: Number(blockSize),
      parallelization: Number(parallelization),
    },
  }
}

/** One password is typed in more than one way on different keyboards: NFKC makes them one (NIST SP 800-63B). */
async function derive(password: string, salt: Buffer, { exponent, blockSize, parallelization }: Cost) {
  const N = 2 ** exponent
  const options: ScryptOptions = { N, r: blockSize, p: parallelization, maxmem: 256 * N * blockSize }
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
