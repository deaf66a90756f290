import { feedbackRouter } from './feedback-router.ts'
import { operationsRouter, privacyRouter } from './operations-router.ts'
import { suggestRouter, suggestStreamRouter } from './suggest-router.ts'
import { createRouter } from './trpc.ts'

export const router = createRouter({
  suggest: suggestRouter,
  suggestStream: suggestStreamRouter,
  feedback: feedbackRouter,
  ops: operationsRouter,
  privacy: privacyRouter,
})

export type Router = typeof router
