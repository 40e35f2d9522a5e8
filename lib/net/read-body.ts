import type { IncomingMessage } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** In bytes: as it comes over the wire, and unpacked. Text that packs more than twentyfold is none. */
const limits = { wire: 512 * 1024, unpacked: 1024 * 1024, ratio: 20 }

/**
 * The whole body of an answer, unpacked; null when it is packed in any way but once by gzip, or is larger than we
 * read. Nothing beyond the limits is kept or unpacked. Rejects when it breaks off.
 */
export async function readBody(answer: IncomingMessage): Promise<Buffer | null> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') return null

  let wire = 0
  async function* count() {
    for await (const chunk of answer) {
      if (!(chunk instanceof Buffer)) return
      wire += chunk.length
      yield chunk
      if (wire > limits.wire) return
    }
  }
  const counted = Readable.from(count(), { highWaterMark: 1 })
  const body = encoding === 'gzip' ? pipeline(counted, createGunzip(), () => {}) : counted

  const chunks: Buffer[] = []
  let unpacked = 0
  for await (const chunk of body) {
    unpacked += chunk.length
    if (wire > limits.wire || unpacked > limits.unpacked || unpacked > wire * limits.ratio) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
