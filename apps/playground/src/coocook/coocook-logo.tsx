export function CoocookLogo() {
  return (
    <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
      <path className="brand-pot" d="M5 14.5h22a11 11 0 0 1-6.5 9.8V27h-9v-2.7A11 11 0 0 1 5 14.5Z" />
      <path className="brand-steam" d="M11 10.5c-1.4-2 1.2-3.3 0-5.7M16 10.5c-1.4-2 1.2-3.3 0-5.7M21 10.5c-1.4-2 1.2-3.3 0-5.7" />
    </svg>
  )
}
