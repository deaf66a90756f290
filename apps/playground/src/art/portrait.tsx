/** How a portrait is drawn. */
export interface Looks {
  skin: string
  hair: string
  hairStyle: 'short' | 'bun' | 'long' | 'curly' | 'bald' | 'bob'
  wears: 'toque' | 'bandana' | 'nothing' | 'headscarf'
  beard?: boolean
  glasses?: boolean
  coat: string
  backdrop: string
}

const ink = '#2b211c'

/** A half-length portrait, drawn from a few traits; decoration beside a name. */
export function Portrait({ looks }: { looks: Looks }) {
  const { skin, hair, hairStyle, wears, beard, glasses, coat, backdrop } = looks
  const darkCoat = coat !== '#ffffff' && Number.parseInt(coat.slice(1, 3), 16) < 0x80
  const seam = darkCoat ? 'rgb(255 255 255 / 0.35)' : 'rgb(43 33 28 / 0.16)'
  const covered = wears === 'headscarf'
  return (
    <svg className="portrait" viewBox="0 0 120 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect width="120" height="120" fill={backdrop} />
      <circle cx="60" cy="70" r="50" fill="#fff" opacity="0.28" />
      {!covered && <HairBehind style={hairStyle} colour={hair} />}
      {covered && <path d="M28 106C22 58 30 22 60 22s38 36 32 84Z" fill={hair} />}
      <path d="M14 122c0-22 18-32 46-32s46 10 46 32Z" fill={coat} />
      <path d="M60 104 46 91M60 104l14-13M60 104v18" stroke={seam} strokeWidth="2" fill="none" strokeLinecap="round" />
      <g fill={seam}>
        <circle cx="51" cy="111" r="2" />
        <circle cx="69" cy="111" r="2" />
      </g>
      <path d="M50 72h20v16c0 5-4 9-10 9s-10-4-10-9Z" fill={skin} />
      <path d="M50 80c5 6 15 6 20 0v3c-4 6-16 6-20 0Z" fill={ink} opacity="0.14" />
      {!covered && (
        <g fill={skin}>
          <circle cx="38.5" cy="62" r="5" />
          <circle cx="81.5" cy="62" r="5" />
        </g>
      )}
      <path d="M38 54c0-14 9-22 22-22s22 8 22 22v8c0 14-10 24-22 24S38 76 38 62Z" fill={skin} />
      {beard && (
        <path d="M37.5 58c1 8 3 11 7 11 5 0 9-3 15.5-3s10.5 3 15.5 3c4 0 6-3 7-11 1 20-7 32-22.5 32S36.5 78 37.5 58Z" fill={hair} />
      )}
      <g fill="#e2574c" opacity={beard ? 0.12 : 0.22}>
        <circle cx="46" cy="69" r="4.5" />
        <circle cx="74" cy="69" r="4.5" />
      </g>
      <g fill={ink}>
        <circle cx="51.5" cy="60.5" r="2.3" />
        <circle cx="68.5" cy="60.5" r="2.3" />
      </g>
      <path
        d="M47 54.500c2.5-2 6-2 8-.5M65 54c2-1.5 5.5-1.5 8 .5"
        stroke={ink}
        strokeWidth="1.9"
        strokeLinecap="round"
        fill="none"
        opacity="0.75"
      />
      <path d="M60 61.500c1.5 2.5 1.8 4 0 5" stroke={ink} strokeWidth="1.5" strokeLinecap="round" fill="none" opacity="0.4" />
      <path d="M53.5 72.500c3 4 10 4 13 0" stroke={beard ? '#fff' : ink} strokeWidth="2" strokeLinecap="round" fill="none" opacity="0.85" />
      {glasses && (
        <g stroke={ink} strokeWidth="1.8" fill="rgb(255 255 255 / 0.25)">
          <circle cx="51" cy="60.5" r="7" />
          <circle cx="69" cy="60.5" r="7" />
          <path d="M58 60h4" />
        </g>
      )}
      {!covered && <HairInFront style={hairStyle} colour={hair} />}
      {covered && (
        <path
          d="M34 62c0-20 10-33 26-33s26 13 26 33c0 15-4 24-10 28 4-8 6-17 6-28 0-13-9-23-22-23s-22 10-22 23c0 11 2 20 6 28-6-4-10-13-10-28Z"
          fill={hair}
        />
      )}
      {covered && <path d="M34 80c8 16 40 20 54 4l4 22c-18 12-46 12-64 0Z" fill={hair} />}
      {wears === 'toque' && <Toque />}
      {wears === 'bandana' && <Bandana colour={darkCoat ? '#e8503a' : '#0f6b4a'} />}
    </svg>
  )
}

function HairBehind({ style, colour }: { style: Looks['hairStyle']; colour: string }) {
  if (style === 'long') return <path d="M30 60c0-24 12-34 30-34s30 10 30 34v34c-8 8-16 4-16 4H46s-8 4-16-4Z" fill={colour} />
  if (style === 'bob') return <path d="M32 58c0-22 12-31 28-31s28 9 28 31v18c-3 6-9 6-12 4H44c-3 2-9 2-12-4Z" fill={colour} />
  if (style === 'bun') return <circle cx="60" cy="24" r="11" fill={colour} />
  return null
}

function HairInFront({ style, colour }: { style: Looks['hairStyle']; colour: string }) {
  if (style === 'bald') return null
  if (style === 'curly') {
    const curls = [38, 46, 55, 65, 74, 82]
    return (
      <g fill={colour}>
        {curls.map((x, index) => (
          <circle key={x} cx={x} cy={index === 0 || index === 5 ? 47 : index === 1 || index === 4 ? 38 : 34} r="8.5" />
        ))}
      </g>
    )
  }
  if (style === 'short')
    return <path d="M36.5 60c-4-24 8-33 23.5-33s27.5 9 23.5 33c-2-8-4-12-8-14-10 3-22 2-28-2-6 3-9 8-11 16Z" fill={colour} />
  return <path d="M36 62c-3-24 8-34 24-34s27 10 24 34c-2-8-5-13-10-16-8-1-14-4-17-8-4 8-15 13-21 24Z" fill={colour} />
}

function Toque() {
  return (
    <g>
      <path d="M40 44V29c-11-1-12-15 0-17 3-9 16-10 20-4 4-6 17-5 20 4 12 2 11 16 0 17v15c-10-4-30-4-40 0Z" fill="#fff" />
      <path d="M40 36c10-4 30-4 40 0M52 18v8M68 18v8" stroke="#d9d4cc" strokeWidth="1.8" strokeLinecap="round" fill="none" />
    </g>
  )
}

function Bandana({ colour }: { colour: string }) {
  return (
    <g fill={colour}>
      <path d="M36 50c-1-18 10-26 24-26s25 8 24 26c-12-6-36-6-48 0Z" />
      <path d="M83 44c6-3 10-1 12 3-4 0-6 3-11 4Z" />
      <g fill="#fff" opacity="0.7">
        <circle cx="50" cy="37" r="1.8" />
        <circle cx="62" cy="32" r="1.8" />
        <circle cx="73" cy="39" r="1.8" />
        <circle cx="60" cy="42" r="1.8" />
      </g>
    </g>
  )
}
