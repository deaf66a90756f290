import { InklingProvider } from '@inkling/widget-kit'
import type { HostTreeProps } from '@inkling/widget-kit/testing/mount-host'
import { CaptionSuggestions, ContentStrategySuggestions, PostingTimeSuggestions } from '../index.ts'

/** What a customer of SNS Auto's pages would write. */
export function HostTree({ onAccept, onEdit }: HostTreeProps) {
  const post = { platform: 'x' as const, draftNote: 'Ask Jiwoo first' }
  return (
    <InklingProvider getToken={() => Promise.resolve('token')}>
      <main>
        <p>{post.draftNote}</p>
        <PostingTimeSuggestions {...post} audience="students" contentType="carousel" timeZone="Asia/Seoul" onAccept={onAccept} />
        <CaptionSuggestions
          {...post}
          productName="Morning Blend"
          description="Two small farms, roasted on Mondays. Questions to hello@example.com"
          brandTone="friendly"
          language="en"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <ContentStrategySuggestions
          niche="Coffee at home"
          platforms={['instagram', 'x']}
          goals={['reach']}
          month="2031-08"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <p id="below">What the page says below its widgets.</p>
      </main>
    </InklingProvider>
  )
}
