// Apart from the schemas: who mints a token need not carry zod.
export const tokenAudience = 'inkling'

// A token in a page can be read by that page's other scripts; fifteen minutes bound what a stolen one is worth.
export const maxTokenLifetimeSeconds = 15 * 60
