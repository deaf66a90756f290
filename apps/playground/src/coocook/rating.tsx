interface RatingProps {
  value: number
  label: string
  count?: string
}

export function Rating({ value, label, count }: RatingProps) {
  return (
    <span className="rating" role="img" aria-label={label}>
      <Star />
      <b>{value.toFixed(1)}</b>
      {count && <span>({count})</span>}
    </span>
  )
}

export function Star() {
  return (
    <svg className="star" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1.8 12.5 7l5.7.8-4.1 4 1 5.7L10 14.8l-5.1 2.7 1-5.7-4.1-4L7.5 7Z" />
    </svg>
  )
}
