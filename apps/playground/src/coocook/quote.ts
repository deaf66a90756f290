export interface Quote {
  mealCents: number
  feeCents: number
  totalCents: number
}

// What the platform takes from the guest for insurance and support.
const feePercent = 7

/** Whole cents; the fee is rounded half up, the total is the sum of what is shown. */
export function quote({ usdPerGuest, guests }: { usdPerGuest: number; guests: number }): Quote {
  const mealCents = usdPerGuest * guests * 100
  const feeCents = Math.round((mealCents * feePercent) / 100)
  return { mealCents, feeCents, totalCents: mealCents + feeCents }
}
