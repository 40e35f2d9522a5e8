'use client'

import { CameApart } from '@/components/came-apart'

export default CameApart
