/** A field of a form as bytes, which need not be text; one with a `file` is sent as a file of that name. */
export type Part = { name: string | Buffer; value: string | Buffer; file?: string }

/** The parts as `multipart/form-data` (RFC 7578), each byte as given. */
export function multipart(parts: Part[], boundary: string): Buffer {
  const pieces = parts.flatMap(({ name, value, file }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="`,
    name,
    file === undefined ? '"' : `"; filename="${file}"\r\nContent-Type: text/html`,
    '\r\n\r\n',
    value,
    '\r\n',
  ])
  return Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)))
}
