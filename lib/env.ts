import { z } from 'zod'
import { parseMailbox } from './mail/mailbox'
import { findPasswordFault, longestPassword, shortestPassword } from './studio/password'

const onOff = z.enum(['on', 'off'])
const text = z.string().trim().min(1)

const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine(
    isOrigin,
    'must be an origin alone, without a path, a query or a password: https://blog.example.org',
  )

/** Not trimmed: it is typed as it stands here. */
const password = z
  .string()
  .refine(
    (text) => findPasswordFault(text) === null,
    `must have ${shortestPassword} characters or more, and at most ${longestPassword}`,
  )

const mailbox = text.transform((given, context) => {
  const parsed = parseMailbox(given)
  if (parsed) return parsed
  context.addIssue('must be an address, or a name and an address: Unpicked <letters@blog.example.org>')
  return z.NEVER
})

const variables = z.object({
  SITE_URL: origin.optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('.data'),
  CONTENT_DIR: text.default('content'),
  POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text.optional(),
  STUDIO_PASSWORD: password.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: mailbox.optional(),
  CRON_SECRET: text.min(16, 'must have 16 characters or more').optional(),
  AKISMET_KEY: text.optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  COMMENT_LIMITS: onOff.default('on'),
  FETCH_LOOPBACK: onOff.default('off'),
  /** Where the build is kept: the browser tests build beside a site that runs from `.next`. */
  NEXT_DIST_DIR: text.default('.next'),
  /** Made anew at every start and known only to the starter and the server it starts. */
  REMAKE_TOKEN: text.optional(),
  /** Set by Vercel, in its builds and its functions. */
  VERCEL: text.optional(),
})

/** The names of all variables the blog reads. */
export const variableNames = Object.keys(variables.shape)

const schema = variables.transform(({ SITE_URL, ...rest }) => ({
  ...rest,
  /** Where readers find the site, without a slash at the end. */
  SITE_URL: new URL(SITE_URL ?? `http://localhost:${rest.PORT}`).origin,
}))

export type Env = z.output<typeof schema>

/** Pages, feeds and links all begin at the root of a host, so the site lives there; a slash at the end is fine. */
function isOrigin(address: string): boolean {
  const { origin, href } = new URL(address)
  return href === `${origin}/` && !/[?#]/.test(address)
}

/** True for `localhost`, 127.0.0.0/8 and `[::1]`: the only hosts on which the switches for tests work. */
export function isLoopback(siteUrl: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(siteUrl).hostname)
}

/**
 * The environment, parsed. Empty values count as unset, as in most `.env` files.
 * Throws an `Error` that names every variable that is wrong and what it must be.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Error(`The environment is not right.\n${z.prettifyError(parsed.error)}`)
  const env = parsed.data
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    throw new Error('SMTP_URL needs MAIL_FROM beside it: the address that letters come from.')
  }
  if (env.COMMENT_LIMITS === 'off' && !isLoopback(env.SITE_URL)) {
    throw new Error('COMMENT_LIMITS=off works only while SITE_URL is a loopback address.')
  }
  if (env.FETCH_LOOPBACK === 'on' && !isLoopback(env.SITE_URL)) {
    throw new Error('FETCH_LOOPBACK=on works only while SITE_URL is a loopback address.')
  }
  return env
}

/** The environment of this process, parsed once, at the first import. */
export const env = readEnv(process.env)
