import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url: whoever holds them may change, for a while, what was written with them. */
export function makeWriterSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a writer's secret (SHA-256, in hex). Null for what cannot be one of ours. */
export function hashWriter(secret: string | undefined): string | null {
  if (secret === undefined || !/^[\w-]{43,64}$/.test(secret)) return null
  return createHash('sha256').update(secret).digest('hex')
}
