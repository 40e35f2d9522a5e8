'use client'

import { useEffect } from 'react'
import { forgetAllWords } from '@/app/studio/_inbox/keeping-of'

/** Once somebody has signed out here: what was typed and not sent is nobody's who uses this browser next. */
export function ForgetWords() {
  useEffect(() => {
    forgetAllWords()
    // Whoever comes back to this address later has not signed out once more.
    window.history.replaceState(null, '', '/studio/sign-in')
  }, [])
  return null
}
