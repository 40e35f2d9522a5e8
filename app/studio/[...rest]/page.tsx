import { notFound } from 'next/navigation'
import { requireAuthor } from '@/app/studio/session'

/** Every other address of the studio: a stranger learns by none of them what there is. */
export default async function NoSuchPage(): Promise<never> {
  await requireAuthor()
  notFound()
}
