const paths = {
  check: 'm3.5 8.5 3 3 6-7',
  pencil: 'm3 13 1-3 7-7 2 2-7 7z',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  close: 'm4 4 8 8m0-8-8 8',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6L13 6m0-4v4H9',
  flag: 'M4 14V3h8l-2 3 2 3H4',
  spark: 'M8 1.5Q9 7 14.5 8 9 9 8 14.5 7 9 1.5 8 7 7 8 1.5',
  star: 'm8 2 2 4 4 .5-3 3 .8 4.3L8 12l-3.8 1.8.8-4.3-3-3L6 6z',
}

/** Decoration: the button around it carries the name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="ink-icon" viewBox="0 0 16 16" width="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

interface IconButtonProps {
  icon: keyof typeof paths
  /** Shown as a tooltip. */
  title: string
  /** What it is done to, for those who hear the button alone. */
  of?: string
  onClick: () => void
  action?: string
  disabled?: boolean
  pressed?: boolean
}

/** Disabled by its look and its meaning, not by the attribute, which would drop the focus. */
export function IconButton({ icon, title, of, onClick, action, disabled, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      className="ink-button ink-round"
      title={title}
      aria-label={of ? `${title}: ${of}` : title}
      aria-disabled={disabled}
      aria-pressed={pressed}
      data-action={action}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
