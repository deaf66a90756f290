import type { ReactNode } from 'react'
import type { CourseLook } from '../courses.ts'

const drawings: Record<CourseLook, ReactNode> = {
  terminal: <path d="m17 22 9 8-9 8M31 40h14" />,
  page: <path d="M16 16h32v32H16zM16 26h32M23 34h18M23 41h11" />,
  script: <path d="M27 18c-5 0-6 3-6 7s-1 7-5 7c4 0 5 3 5 7s1 7 6 7M37 18c5 0 6 3 6 7s1 7 5 7c-4 0-5 3-5 7s-1 7-6 7" />,
  design: <path d="M18 46 42 22l5 5-24 24h-5ZM36 28l5 5M19 17h13M25.500 17v13" />,
  component: <path d="M32 15 47 23v17L32 49 17 40V23ZM17 23l15 9 15-9M32 32v17" />,
  types: <path d="M17 20h18M26 20v26M47 29c-1-3-9-4-9 1 0 6 10 3 10 9 0 6-10 5-11 0" />,
  server: <path d="M17 17h30v12H17zM17 35h30v12H17zM23 23h2M23 41h2M31 23h9M31 41h9" />,
  database: <path d="M17 21c0-7 30-7 30 0v22c0 7-30 7-30 0ZM17 21c0 7 30 7 30 0M17 32c0 7 30 7 30 0" />,
  rocket: <path d="M32 13c9 6 11 16 8 26H24c-3-10-1-20 8-26ZM24 32l-8 7v7l9-5M40 32l8 7v7l-9-5M28 45l4 7 4-7M32 26v.5" />,
  gauge: <path d="M15 42a17 17 0 1 1 34 0M32 42l9-14M19 42h2M43 42h2M32 25v2" />,
  nodes: (
    <path d="M32 17v12M32 35 20 45M32 35l12 10M32 12a5 5 0 1 0 .1 0ZM32 29a4 4 0 1 0 .1 0ZM18 43a5 5 0 1 0 .1 0ZM46 43a5 5 0 1 0 .1 0Z" />
  ),
}

/** What a course is about, at a glance; decoration beside its title. */
export function CourseBadge({ look }: { look: CourseLook }) {
  return (
    <svg className="badge" data-look={look} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="18" />
      {drawings[look]}
    </svg>
  )
}
