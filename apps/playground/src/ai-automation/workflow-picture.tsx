/** Three nodes and the way between them, for places where no workflow is open. */
export function WorkflowPicture() {
  return (
    <svg viewBox="0 0 320 240" aria-hidden="true">
      <g fill="none" stroke="#8fb4ff" strokeWidth="4" strokeLinecap="round">
        <path d="M104 70h28q26 0 26 34v4" />
        <path d="M204 150h14q22 0 22 30" strokeDasharray="2 10" />
      </g>
      <g fill="#fff">
        <rect x="14" y="36" width="92" height="68" rx="16" />
        <rect x="112" y="110" width="92" height="76" rx="16" />
        <rect x="202" y="176" width="104" height="52" rx="16" fill="#fbbf24" />
      </g>
      <path d="M46 48 32 68h12l-2 18 20-24H50l2-14z" fill="#7c3aed" />
      <path
        d="m140 132-14 14 14 14m36-28 14 14-14 14m-14-36-10 44"
        fill="none"
        stroke="#1d4ed8"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="m232 201 8 9 16-17" fill="none" stroke="#3b2700" strokeWidth="6" strokeLinecap="round" strokeLinejoin="round" />
      <g fill="#c3d4fb">
        <rect x="72" y="56" width="24" height="6" rx="3" />
        <rect x="72" y="70" width="18" height="6" rx="3" />
      </g>
      <rect x="264" y="198" width="28" height="7" rx="3.500" fill="#7a5a00" />
    </svg>
  )
}
