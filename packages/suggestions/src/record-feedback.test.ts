import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createFeedbackRecorder, type FeedbackSender } from './record-feedback.ts'
import { sealSuggestionId } from './suggestion-id.ts'
import { fakePorts } from './testing/fake-ports.ts'

const key = createSecretKey(randomBytes(32))
const sender: FeedbackSender = { product: 'coocook', userKey: 'user-1', isServer: false }

function setUp() {
  const ports = fakePorts()
  const claims = {
    product: 'coocook',
    suggestion: 'coocook.chefRecommendation',
    userKey: 'user-1',
    variant: 'ranked',
    experiments: [],
  } as const
  const suggestionId = sealSuggestionId(key, { ...claims, experiments: [], id: ports.randomness.uuid() })
  const event = (changes: object) => ({ id: ports.randomness.uuid(), suggestionId, type: 'accept', ...changes })
  return { ports, event, recorder: createFeedbackRecorder(ports, key) }
}

test('a good event is kept with the variant and arms that its suggestion id vouches for', async () => {
  const { ports, event, recorder } = setUp()
  const sent = event({ type: 'rate', value: 5, itemIndex: 1 })
  expect(await recorder.record(sender, [sent])).toEqual({ accepted: [sent.id], rejected: [] })
  expect(ports.records.feedbackRecords).toMatchObject([
    { id: sent.id, type: 'rate', value: 5, itemIndex: 1, variant: 'ranked', userKey: 'user-1' },
  ])
})

test('one bad event does not lose the others', async () => {
  const { event, recorder } = setUp()
  const [good, bad] = [event({}), event({ type: 'rate', value: 6 })]
  expect(await recorder.record(sender, [bad, good])).toEqual({ accepted: [good.id], rejected: [{ id: bad.id, code: 'invalid-event' }] })
})

test.each([
  ['a rating of half a star', { type: 'rate', value: 4.5 }, 'invalid-event'],
  ['a dwell without its time', { type: 'dwell' }, 'invalid-event'],
  ['a value where none belongs', { type: 'accept', value: 1 }, 'invalid-event'],
  ['an unknown type', { type: 'stare' }, 'invalid-event'],
  ['an altered suggestion id', { suggestionId: 'made-up' }, 'invalid-suggestion-id'],
  ['a conversion from a page', { type: 'convert', value: 20 }, 'forbidden'],
])('%s is rejected and nothing is kept', async (_, changes, code) => {
  const { ports, event, recorder } = setUp()
  const sent = event(changes)
  expect(await recorder.record(sender, [sent])).toEqual({ accepted: [], rejected: [{ id: sent.id, code }] })
  expect(ports.records.feedbackRecords).toEqual([])
})

test("another product's and another user's suggestions are out of reach", async () => {
  const { event, recorder } = setUp()
  const sent = event({})
  expect((await recorder.record({ ...sender, product: 'review' }, [sent])).rejected).toEqual([{ id: sent.id, code: 'wrong-product' }])
  expect((await recorder.record({ ...sender, userKey: 'user-2' }, [sent])).rejected).toEqual([{ id: sent.id, code: 'forbidden' }])
})

test('a suggestion id older than seven days is rejected as expired', async () => {
  const { ports, event, recorder } = setUp()
  const sent = event({})
  await ports.clock.advance(7 * 24 * 60 * 60 * 1000 + 1)
  expect((await recorder.record(sender, [sent])).rejected).toEqual([{ id: sent.id, code: 'expired-suggestion-id' }])
})

test("a product's backend reports conversions for any of its users, with or without a value", async () => {
  const { event, recorder } = setUp()
  const [with20, without] = [event({ type: 'convert', value: 20 }), event({ type: 'convert' })]
  const backend = { product: 'coocook', userKey: 'backend', isServer: true } as const
  expect(await recorder.record(backend, [with20, without])).toEqual({ accepted: [with20.id, without.id], rejected: [] })
})

test('something that is no event at all is rejected with what can be known of its id', async () => {
  const { recorder } = setUp()
  expect((await recorder.record(sender, [null, 7, { id: 'x' }])).rejected.map(({ id }) => id)).toEqual(['', '', 'x'])
})
