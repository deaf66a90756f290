const paths = {
  check: 'm3.5 8.5 3 3 6-7',
  pencil: 'm3 13 .6-2.8 7-7 2.2 2.2-7 7L3 13Z',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  close: 'm4 4 8 8m0-8-8 8',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  flag: 'M4 14V2.5h8L10.5 5.5 12 8.5H4',
  spark: 'M8 1.5c.6 4 2.5 5.9 6.5 6.5-4 .6-5.9 2.5-6.5 6.5-.6-4-2.5-5.9-6.5-6.5 4-.6 5.9-2.5 6.5-6.5Z',
  star: 'm8 1.8 1.9 4 4.3.6-3.1 3.1.7 4.4L8 11.8l-3.8 2.1.7-4.4L1.8 6.4l4.3-.6L8 1.8Z',
}

/** Decoration: the button around it carries the name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="ink-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
