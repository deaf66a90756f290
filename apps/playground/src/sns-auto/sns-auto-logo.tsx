export function SnsAutoLogo() {
  return (
    <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
      <path className="brand-bubble" d="M4 9a4 4 0 0 1 4-4h16a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-8l-7 5.500V23H8a4 4 0 0 1-4-4Z" />
      <path className="brand-clock" d="M16 9.500V15l4 2.300" />
    </svg>
  )
}
