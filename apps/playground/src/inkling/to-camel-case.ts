/** `chef-recommendation` (addresses, attributes) to `chefRecommendation` (tokens, tRPC). */
export function toCamelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
