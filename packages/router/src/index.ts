export { errorBodyOf, errorTable } from './error-table.ts'
export { parseFeedbackRequest } from './feedback-router.ts'
export { type Router, router } from './router.ts'
export { type ProductCaller, type RouterContext, requireProduct } from './trpc.ts'
