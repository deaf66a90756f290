const leaves = [0, 52, 104, 156, 208, 260, 312]

/** A laid table from above. */
export function TablePicture() {
  return (
    <svg className="table-picture" viewBox="0 0 480 420" aria-hidden="true">
      <rect x="24" y="42" width="432" height="336" rx="120" fill="#0b5a3e" />
      <rect x="24" y="34" width="432" height="336" rx="120" fill="#14855c" />
      <path d="M196 34h88v336h-88Z" fill="#fff" opacity="0.92" />
      <path d="M204 34v336M276 34v336" stroke="#ffc94a" strokeWidth="3" />

      <Setting x={112} y={128} />
      <Setting x={112} y={284} turned />
      <Setting x={368} y={128} />
      <Setting x={368} y={284} turned />

      <g transform="translate(112 128)">
        <path d="M-30 4c2-18 22-28 38-18 16 8 12 32-6 34-20 2-34-2-32-16Z" fill="#f5d48a" />
        {[-16, -6, 4, 14].map((x) => (
          <path key={x} d={`M${x - 10} ${x / 3 + 2}c8-12 18-8 20 2`} stroke="#dba63f" strokeWidth="3.5" fill="none" strokeLinecap="round" />
        ))}
        <circle cx="-8" cy="-4" r="6" fill="#e2574c" />
        <circle cx="12" cy="8" r="5" fill="#e2574c" />
        <path d="M0-14c8-4 14 0 14 6-8 2-14 0-14-6Z" fill="#4a9a52" />
      </g>
      <g transform="translate(368 128)">
        <circle r="31" fill="#e8923c" />
        <path d="M-18 2c9-12 16 10 26-2 5-6 9-4 12 0" stroke="#fff4dc" strokeWidth="4.5" fill="none" strokeLinecap="round" />
        <circle cx="-8" cy="-14" r="3.5" fill="#3f8f4f" />
        <circle cx="10" cy="15" r="3.5" fill="#3f8f4f" />
        <circle cx="14" cy="-12" r="2.5" fill="#3f8f4f" />
      </g>
      <g transform="translate(112 284)">
        <path d="M-28 6c0-16 12-26 24-22 16-8 30 8 26 22-4 16-20 20-28 16-14 2-22-6-22-16Z" fill="#6dbb62" />
        <path d="M-18 2c8-10 20-10 30 2M-14 14c8-6 18-6 26-2" stroke="#2f7d3c" strokeWidth="3" fill="none" strokeLinecap="round" />
        <circle cx="-10" cy="-6" r="5.5" fill="#e2574c" />
        <circle cx="12" cy="6" r="5.5" fill="#ffc94a" />
      </g>
      <g transform="translate(368 284)">
        <path d="M-30 2c6-18 40-22 56-4 4 5 4 10 0 14-18 12-50 8-56-10Z" fill="#f08a6c" />
        <path
          d="M-16-6c2 5 2 9 0 14M-2-10c3 6 3 13 0 19M12-9c3 6 3 12 0 18"
          stroke="#fff"
          strokeWidth="3"
          opacity="0.75"
          fill="none"
          strokeLinecap="round"
        />
        <circle cx="20" cy="-18" r="8" fill="#ffe27a" />
        <circle cx="20" cy="-18" r="4.5" fill="#fff6cf" />
      </g>

      <g transform="translate(240 206)">
        <circle r="62" fill="#0b5a3e" opacity="0.14" cy="5" />
        <circle r="60" fill="#b5713d" />
        <circle r="52" fill="#d58f55" />
        <circle r="44" fill="#ffc94a" />
        {leaves.map((angle) => (
          <path key={angle} d="M0-12c8-4 12-14 8-24-10 2-14 14-8 24Z" fill="#2f7d3c" transform={`rotate(${angle})`} />
        ))}
        <circle r="12" fill="#e2574c" />
        <circle r="4" cx="-3" cy="-3" fill="#fff" opacity="0.6" />
      </g>

      <Candle x={240} y={92} />
      <Candle x={240} y={322} />
      <Glass x={176} y={82} wine="#b23a55" />
      <Glass x={304} y={82} wine="#f3d27a" />
      <Glass x={176} y={332} wine="#f3d27a" />
      <Glass x={304} y={332} wine="#b23a55" />
    </svg>
  )
}

function Setting({ x, y, turned = false }: { x: number; y: number; turned?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})${turned ? ' rotate(180)' : ''}`}>
      <circle r="54" cy="4" fill="#063b28" opacity="0.22" />
      <circle r="52" fill="#fff" />
      <circle r="38" fill="#f1f4ef" />
      <g stroke="#e7ece8" strokeWidth="5" strokeLinecap="round">
        <path d="M-66-26v52M66-26v52" />
      </g>
    </g>
  )
}

function Glass({ x, y, wine }: { x: number; y: number; wine: string }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="17" fill="#fff" opacity="0.55" />
      <circle r="12" fill={wine} />
      <path d="M-6-6c3-3 7-4 10-2" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" opacity="0.7" fill="none" />
    </g>
  )
}

function Candle({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="26" fill="#ffc94a" opacity="0.25" />
      <circle r="13" fill="#fff7e2" stroke="#ecd9a6" strokeWidth="2" />
      <circle r="5" fill="#f08a2c" />
    </g>
  )
}
