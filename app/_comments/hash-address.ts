import { headers } from 'next/headers'
import { findAddressKey } from '@/db/secrets'
import { clientAddress } from '@/lib/comments/client-address'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/http/keyed-hash'

/** What stands for the network address of whoever sent this request, today alone; null where it is not believed. Throws when the database does not answer. */
export async function hashAddress(): Promise<string | null> {
  const address = clientAddress((await headers()).get('x-forwarded-for'), env.TRUSTED_PROXIES)
  return address === null ? null : keyedHash(await findAddressKey(), address)
}
