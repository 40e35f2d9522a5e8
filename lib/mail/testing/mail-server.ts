import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Received = {
  /** What MAIL FROM and each RCPT TO named. */
  from: string
  to: string[]
  /** The whole of it, headers and all, as it came. */
  raw: string
}

/** What the server says at one step: nothing (it takes it), a refusal with this code, or nothing at all for ever. */
type Answer = null | number | 'silence'

export type MailServer = {
  url: string
  /** What it took, oldest first; what it answers the next time is in `at`. */
  received: Received[]
  at: { connection: Answer; recipient: Answer; data: Answer }
  /** Called when somebody has said whom a letter is for, which is yet to come. */
  onRecipient: () => void
  /** Called when a letter has arrived, before that is said to whoever sent it. */
  onArrival: (letter: Received) => void | Promise<void>
  /** How many are connected. */
  open: () => number
  /** Ends all connections that are open, and goes on. */
  hangUp: () => void
  close: () => Promise<void>
}

/** A real mail server on 127.0.0.1 and a port of its own. */
export async function serveMail(): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onConnect: (_, done) => say(mail.at.connection, done),
    onRcptTo(_, __, done) {
      mail.onRecipient()
      say(mail.at.recipient, done)
    },
    async onData(stream, { envelope }, done) {
      // A sender may be killed in the middle of it: there is nobody to answer then.
      const bytes = await buffer(stream).catch(() => null)
      if (bytes === null) return
      if (mail.at.data !== null) {
        say(mail.at.data, done)
        return
      }
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const letter = { from, to: envelope.rcptTo.map(({ address }) => address), raw: bytes.toString('utf8') }
      mail.received.push(letter)
      await mail.onArrival(letter)
      done()
    },
  })
  // Who hangs up in the middle is no concern of a server.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    received: [],
    at: { connection: null, recipient: null, data: null },
    onRecipient() {},
    onArrival() {},
    open: () => server.connections.size,
    hangUp() {
      for (const connection of server.connections) connection.close()
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}

function say(answer: Answer, done: (error?: Error) => void): void {
  if (answer === null) done()
  else if (answer !== 'silence')
    done(Object.assign(new Error('Not today, nell@wren.example'), { responseCode: answer }))
}
