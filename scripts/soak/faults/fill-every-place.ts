import { askAs } from '../../../apps/api/src/testing/ask-many.ts'
import type { Replicas } from '../../../apps/api/src/testing/run-replicas.ts'

// As many as one process has under way (`compose.ts`).
const placesPerProcess = 64

/** As many new questions at once as there are places: one that was lost would leave a caller without an answer of Claude. */
export async function fillEveryPlace(replicas: Replicas): Promise<{ asked: number; answered: number }> {
  // What is looked at is whether places came back, not whether the provider is trusted again.
  await fetch(`${replicas.urls[0]}/api/v1/ops/resume`, {
    method: 'POST',
    headers: { authorization: await replicas.operatorAuthorization(), 'content-type': 'application/json' },
    body: '{}',
  })
  let answered = 0
  let asked = 0
  for (const [replica, url] of replicas.urls.entries()) {
    const answers = await Promise.all(
      Array.from({ length: placesPerProcess }, (_, index) =>
        askAs(replicas, url, { product: 'review', userId: `last-${replica}-${index}`, tier: 'standard' }),
      ),
    )
    asked += answers.length
    answered += answers.filter(({ source }) => source === 'claude').length
  }
  return { asked, answered }
}
