import { InklingProvider } from '@inkling/widget-kit'
import type { HostTreeProps } from '@inkling/widget-kit/testing/mount-host'
import { CodeReviewSuggestions, SuccessMetricSuggestions, WorkflowSuggestions } from '../index.ts'

export const code = `const response = await fetch(crm + '/leads?email=' + lead.email)
const known = JSON.parse(await response.text())
for (let i = 0; i <= known.length; i++) {
  if (known[i].company == lead.company) lead.owner = known[i].owner
}
return lead`

const shown: string[] = []

/** What a customer of AI Automation's pages would write. */
export function HostTree({ onAccept, onEdit }: HostTreeProps) {
  return (
    <InklingProvider getToken={() => Promise.resolve('token')}>
      <main>
        <WorkflowSuggestions
          useCase="lead-routing"
          steps={['Contact form is sent', 'Copy the lead into the CRM by hand', 'Score the lead', 'Post to the sales channel']}
          painPoint="Write to dana@example.com when a lead is lost."
          onAccept={onAccept}
          onShowStep={(step) => document.body.setAttribute('data-shown', shownSoFar(`step ${step}`))}
        />
        <CodeReviewSuggestions
          language="javascript"
          code={code}
          onAccept={onAccept}
          onShowLine={(line) => document.body.setAttribute('data-shown', shownSoFar(`line ${line}`))}
        />
        <SuccessMetricSuggestions
          workflowType="lead-routing"
          goal="Answer every lead within ten minutes."
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <p id="below">What the page says below its widgets.</p>
      </main>
    </InklingProvider>
  )
}

function shownSoFar(place: string): string {
  shown.push(place)
  return shown.join(', ')
}
