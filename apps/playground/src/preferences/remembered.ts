/** A choice from the address, else as it was last made here. */
export function recall(parameter: string, key: string): string | null {
  const inAddress = new URLSearchParams(location.search).get(parameter)
  if (inAddress) return inAddress
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is forbidden: the choice holds until the page is left.
  }
}
