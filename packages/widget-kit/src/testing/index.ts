export type { AnswerEvent } from '@inkling/contracts'
export { buildPage, pageDocument } from './build-page.ts'
export { type InklingTestServer, startInklingTestServer, strictPolicy } from './inkling-test-server.ts'
export { browserMissing, openBrowser } from './open-browser.ts'
