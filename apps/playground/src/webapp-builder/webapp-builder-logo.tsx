export function WebappBuilderLogo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect x="2" y="4" width="28" height="24" rx="7" />
      <path d="m12 12-4.5 4 4.5 4M20 12l4.5 4-4.5 4" />
      <path className="logo-slash" d="m17.5 10.5-3 11" />
    </svg>
  )
}
