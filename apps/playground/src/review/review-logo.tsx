export function ReviewLogo() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect className="brand-tile" width="32" height="32" rx="9" />
      <path className="brand-bars" d="M8 22V13M16 22V8M24 22v-6" />
      <circle className="brand-spark" cx="24" cy="9.5" r="3" />
    </svg>
  )
}
