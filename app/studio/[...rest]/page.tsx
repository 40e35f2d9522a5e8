import { requireAuthor } from '@/app/studio/session'
import { NoPage } from '@/components/no-page'

/** Every other address of the studio: a stranger learns by none of them what there is. */
export default async function NoSuchPage() {
  await requireAuthor()
  return <NoPage />
}
