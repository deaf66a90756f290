// Heights of the posts' columns and where people answered, drawn once: a campaign as it grows over five weeks.
const columns = [
  { x: 40, height: 42, tone: '#8f86ff' },
  { x: 92, height: 66, tone: '#8f86ff' },
  { x: 144, height: 104, tone: '#b3adff' },
  { x: 196, height: 150, tone: '#ffb08e' },
  { x: 248, height: 188, tone: '#ff8a5c' },
]
const answers = ['M60 96c26-8 44-6 64-22s34-34 60-40 44-16 72-26', 'M60 128c30-2 50-14 74-24s48-20 70-34 34-24 56-30']

/** A phone with a post, in front of a campaign's columns. Decoration. */
export function LaunchPicture() {
  return (
    <svg className="launch-picture" viewBox="0 0 460 330" aria-hidden="true">
      <g transform="translate(20 40)">
        <rect width="320" height="250" rx="26" fill="#fff" opacity="0.09" />
        {columns.map(({ x, height, tone }) => (
          <rect key={x} x={x} y={218 - height} width="34" height={height} rx="9" fill={tone} />
        ))}
        {answers.map((path, index) => (
          <path key={path} d={path} fill="none" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" opacity={0.75 - index * 0.35} />
        ))}
        <circle cx="256" cy="8" r="6" fill="#fff" />
      </g>
      <g transform="translate(268 24)">
        <rect width="164" height="286" rx="28" fill="#15102f" />
        <rect x="9" y="9" width="146" height="268" rx="21" fill="#fdf4ee" />
        <circle cx="31" cy="33" r="10" fill="#ffd1b5" />
        <rect x="48" y="26" width="58" height="6" rx="3" fill="#31265f" />
        <rect x="48" y="37" width="36" height="5" rx="2.5" fill="#b8aecf" />
        <rect x="19" y="52" width="126" height="150" rx="14" fill="#dcd6ff" />
        <circle cx="114" cy="84" r="20" fill="#fff3c9" />
        <path d="M19 168c30-22 52-18 74-8s38 8 52-4v32a14 14 0 0 1-14 14H33a14 14 0 0 1-14-14Z" fill="#b9aef8" />
        <g transform="translate(60 82)">
          <rect x="14" y="0" width="16" height="20" rx="5" fill="#31265f" />
          <rect x="0" y="20" width="44" height="78" rx="13" fill="#fff" />
          <rect x="0" y="50" width="44" height="30" fill="#ff8a5c" />
          <rect x="10" y="58" width="24" height="4" rx="2" fill="#fff" />
          <rect x="14" y="67" width="16" height="3" rx="1.5" fill="#fff" opacity="0.8" />
        </g>
        <path d="M26 221c0-6 8-8 10-2 2-6 10-4 10 2 0 7-10 13-10 13s-10-6-10-13Z" fill="#f0553d" />
        <rect x="56" y="217" width="44" height="6" rx="3" fill="#31265f" />
        <rect x="26" y="243" width="110" height="6" rx="3" fill="#cfc7e2" />
        <rect x="26" y="255" width="78" height="6" rx="3" fill="#cfc7e2" />
      </g>
    </svg>
  )
}
