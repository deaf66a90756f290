import type { ReactNode } from 'react'
import type { Course } from '../booking-terms.ts'

const plate = (
  <>
    <circle cx="32" cy="32" r="26" fill="#fff" />
    <circle cx="32" cy="32" r="26" fill="none" stroke="#d8ddd6" strokeWidth="1.5" />
    <circle cx="32" cy="32" r="18" fill="#f4f6f2" />
  </>
)

const pictures: Record<Course, ReactNode> = {
  appetizer: (
    <>
      {plate}
      <rect x="20" y="26" width="11" height="15" rx="4" fill="#e0a458" transform="rotate(-12 25 33)" />
      <rect x="33" y="24" width="11" height="15" rx="4" fill="#d8924a" transform="rotate(10 38 31)" />
      <circle cx="25" cy="31" r="3.5" fill="#d94f3d" />
      <circle cx="38" cy="30" r="3.5" fill="#d94f3d" />
      <path d="M30 42c4-3 8-2 9 1-4 2-7 2-9-1Z" fill="#3f8f4f" />
    </>
  ),
  soup: (
    <>
      {plate}
      <circle cx="32" cy="32" r="16" fill="#e8923c" />
      <path d="M22 33c5-6 9 5 14-1 3-3 5-2 7 0" stroke="#fff4dc" strokeWidth="2.5" fill="none" strokeLinecap="round" />
      <circle cx="29" cy="25" r="2" fill="#3f8f4f" />
      <circle cx="37" cy="40" r="2" fill="#3f8f4f" />
    </>
  ),
  salad: (
    <>
      {plate}
      <path d="M20 34c0-8 6-12 12-10 8-4 14 4 12 10-2 8-10 10-14 8-6 1-10-3-10-8Z" fill="#5fae57" />
      <path d="M24 32c4-5 10-5 15 1M26 39c4-3 9-3 13-1" stroke="#2f7d3c" strokeWidth="1.8" fill="none" strokeLinecap="round" />
      <circle cx="28" cy="29" r="3" fill="#e2574c" />
      <circle cx="38" cy="35" r="3" fill="#f3b43b" />
    </>
  ),
  main: (
    <>
      {plate}
      <path d="M19 34c2-9 14-13 21-8 7 4 6 14-2 16-9 2-21 1-19-8Z" fill="#a85a32" />
      <path d="M25 30c4-3 9-4 13-2M25 36c5-3 10-3 14-1" stroke="#7d3c1e" strokeWidth="1.8" strokeLinecap="round" fill="none" />
      <circle cx="41" cy="23" r="3.5" fill="#5fae57" />
      <circle cx="46" cy="28" r="2.5" fill="#3f8f4f" />
    </>
  ),
  side: (
    <>
      {plate}
      {[22, 28, 34, 40].map((x, index) => (
        <rect key={x} x={x} y={index % 2 ? 22 : 24} width="4" height="18" rx="2" fill={index % 2 ? '#e9b949' : '#7bb661'} />
      ))}
    </>
  ),
  dessert: (
    <>
      {plate}
      <path d="M20 40 34 20l12 20Z" fill="#f3d9a4" />
      <path d="M20 40h26v4H20Z" fill="#b5713d" />
      <path d="m27 30 14 0" stroke="#fff" strokeWidth="3" />
      <circle cx="34" cy="19" r="3.5" fill="#d94f3d" />
    </>
  ),
  drink: (
    <>
      <circle cx="32" cy="32" r="26" fill="#e9f1ec" />
      <path d="M22 14h20l-2.5 14a7.7 7.7 0 0 1-15 0Z" fill="#fff" stroke="#c3cdc6" strokeWidth="1.5" />
      <path d="M23.5 22h17l-1.2 6a7.5 7.5 0 0 1-14.6 0Z" fill="#b23a55" />
      <path d="M32 34.500V49M25 50h14" stroke="#a9b5ad" strokeWidth="2.5" strokeLinecap="round" />
    </>
  ),
}

/** A plate for each course; decoration beside the dish's name. */
export function DishPicture({ course }: { course: Course }) {
  return (
    <svg className="dish" viewBox="0 0 64 64" aria-hidden="true">
      {pictures[course]}
    </svg>
  )
}
