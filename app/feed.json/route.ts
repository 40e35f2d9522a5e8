import { siteFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export const GET = siteFeed('json', '/feed.json')
