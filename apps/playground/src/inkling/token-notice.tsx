import { usePageInkling } from './page-inkling.ts'

interface TokenNoticeProps {
  words: { embedded: string; embeddedText: string; unreachable: string; unreachableText: string }
}

/** Why there are no suggestions, and the one command that changes it. */
export function TokenNotice({ words }: TokenNoticeProps) {
  const { problem } = usePageInkling().session
  if (!problem) return null
  const embedded = problem === 'not-embedded'
  return (
    <div className="token-notice" role="alert">
      <strong>{embedded ? words.embedded : words.unreachable}</strong>
      <span>{embedded ? words.embeddedText : words.unreachableText}</span>
      <code>{embedded ? 'INKLING_EMBEDDED=1 npm start' : 'npm start'}</code>
    </div>
  )
}
