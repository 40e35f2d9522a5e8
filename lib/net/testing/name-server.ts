import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A name's addresses, the IPv6 ones in eight groups; null: there is no such name; undefined: no answer at all. */
export type Names = (host: string) => string[] | null | undefined

/** A real name server on 127.0.0.1. It knows A and AAAA, one question at a time (RFC 1035, 4). */
export async function serveNames(names: Names) {
  const socket = createSocket('udp4')
  socket.on('message', (message, { port }) => {
    const labels: string[] = []
    let at = 12
    for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
      labels.push(message.toString('latin1', at + 1, at + 1 + length))
      at += length + 1
    }
    const type = message.readUInt16BE(at + 1)
    const found = names(labels.join('.'))
    if (found === undefined) return
    const answers = (found ?? []).map(toBytes).filter(({ length }) => length === (type === 1 ? 4 : 16))
    const head = Buffer.alloc(12)
    message.copy(head, 0, 0, 2)
    head.writeUInt16BE(found === null ? 0x8183 : 0x8180, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(answers.length, 6)
    const records = answers.map((bytes) => {
      // The name of the question, its type, the internet, for no time.
      const record = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length])
      return Buffer.concat([record, bytes])
    })
    socket.send(Buffer.concat([head, message.subarray(12, at + 5), ...records]), port, '127.0.0.1')
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { server: `127.0.0.1:${socket.address().port}`, close: () => socket.close() }
}

function toBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  return Buffer.from(
    address
      .split(':')
      .map((group) => group.padStart(4, '0'))
      .join(''),
    'hex',
  )
}
