const planned = new Map([
  [2, '#e4477c'],
  [5, '#f5a524'],
  [9, '#7c5cff'],
  [12, '#e4477c'],
  [16, '#1aa6a0'],
  [19, '#f5a524'],
  [23, '#7c5cff'],
  [26, '#e4477c'],
])

/** A month on a wall, with posts on it. */
export function CalendarPicture() {
  return (
    <svg className="calendar-picture" viewBox="0 0 400 280" aria-hidden="true">
      <rect x="34" y="26" width="332" height="236" rx="22" fill="#fff" />
      <path d="M34 48a22 22 0 0 1 22-22h288a22 22 0 0 1 22 22v22H34Z" fill="#8f1d48" />
      <path d="M106 14v26M294 14v26" stroke="#f9c6d8" strokeLinecap="round" strokeWidth="10" />
      {Array.from({ length: 28 }, (_, place) => (
        <rect
          key={place}
          x={54 + (place % 7) * 42}
          y={86 + Math.floor(place / 7) * 42}
          width="34"
          height="34"
          rx="9"
          fill={planned.get(place) ?? '#f6e7ed'}
        />
      ))}
      <g transform="translate(268 196)">
        <path d="M0 12A12 12 0 0 1 12 0h92a12 12 0 0 1 12 12v40a12 12 0 0 1-12 12H46l-20 16V64H12A12 12 0 0 1 0 52Z" fill="#2b0f1c" />
        <path d="M22 24h72M22 40h46" stroke="#f9c6d8" strokeLinecap="round" strokeWidth="7" />
      </g>
    </svg>
  )
}
