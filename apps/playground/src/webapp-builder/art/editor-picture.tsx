// Each line of the drawn code: indent, then the words' lengths and colours.
const code: readonly (readonly [indent: number, ...words: readonly (readonly [length: number, colour: string])[]])[] = [
  [0, [34, '#ff9ec4'], [52, '#9fd0ff']],
  [0],
  [0, [48, '#ff9ec4'], [40, '#ffe08a'], [64, '#dfe6ff']],
  [18, [30, '#ff9ec4'], [36, '#dfe6ff'], [14, '#c9f25e']],
  [18, [24, '#ff9ec4'], [58, '#9fd0ff'], [30, '#dfe6ff']],
  [36, [44, '#ffe08a'], [70, '#dfe6ff']],
  [36, [52, '#dfe6ff'], [26, '#c9f25e']],
  [18, [36, '#ff9ec4'], [48, '#dfe6ff']],
  [0, [10, '#dfe6ff']],
]

/** An editor with a page growing out of it; decoration. */
export function EditorPicture() {
  return (
    <svg className="editor-picture" viewBox="0 0 560 400" aria-hidden="true">
      <rect x="10" y="20" width="400" height="300" rx="22" fill="#131a3a" />
      <path d="M10 42a22 22 0 0 1 22-22h356a22 22 0 0 1 22 22v22H10Z" fill="#202a56" />
      {['#ff7d6b', '#ffd166', '#c9f25e'].map((colour, place) => (
        <circle key={colour} cx={36 + place * 22} cy="42" r="6.5" fill={colour} />
      ))}
      {code.map(([indent, ...words], row) => {
        let x = 74 + indent
        return (
          <g key={row}>
            <rect x="36" y={88 + row * 25} width="14" height="7" rx="3.5" fill="#3b467c" />
            {words.map(([length, colour]) => {
              const start = x
              x += length + 9
              return <rect key={start} x={start} y={86 + row * 25} width={length} height="11" rx="5.5" fill={colour} />
            })}
          </g>
        )
      })}
      <rect x="238" y="150" width="312" height="230" rx="20" fill="#fff" />
      <path d="M238 170a20 20 0 0 1 20-20h272a20 20 0 0 1 20 20v18H238Z" fill="#e6ebfb" />
      <rect x="258" y="162" width="150" height="14" rx="7" fill="#fff" />
      <rect x="260" y="208" width="132" height="18" rx="9" fill="#1b2350" />
      <rect x="260" y="236" width="176" height="9" rx="4.5" fill="#c3cbe6" />
      <rect x="260" y="252" width="150" height="9" rx="4.5" fill="#c3cbe6" />
      <rect x="260" y="278" width="92" height="30" rx="15" fill="#2348d6" />
      <circle cx="490" cy="246" r="36" fill="#c9f25e" />
      <path d="m474 246 11 12 22-24" fill="none" stroke="#1b2350" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" />
      {[0, 1, 2].map((place) => (
        <rect key={place} x={260 + place * 92} y="326" width="80" height="36" rx="12" fill={['#ffe3ec', '#e4eeff', '#f1fbd4'][place]} />
      ))}
    </svg>
  )
}
