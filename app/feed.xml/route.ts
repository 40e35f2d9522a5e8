import { siteFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export const GET = siteFeed('rss', '/feed.xml')
