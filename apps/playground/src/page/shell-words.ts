/** What stands around a product's content, in one language. */
export interface ShellWords {
  pageTitle: string
  navigation: { label: string; links: readonly (readonly [address: string, name: string])[] }
  /** Who is signed in. */
  account: string
  footer: string
}
