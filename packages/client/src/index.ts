export { type ClientOptions, createClient } from './create-client.ts'
export { mintWidgetToken, type WidgetTokenOptions } from './mint-widget-token.ts'
