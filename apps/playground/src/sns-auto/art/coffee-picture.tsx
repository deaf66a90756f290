/** A cup by a window on a winter morning, as the shop would photograph it. */
export function CoffeePicture() {
  return (
    <svg className="coffee-picture" viewBox="0 0 400 300" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <defs>
        <linearGradient id="coffee-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#f7d9c4" />
          <stop offset="1" stopColor="#fbeee2" />
        </linearGradient>
        <linearGradient id="coffee-cup" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor="#a8442f" />
          <stop offset="0.55" stopColor="#c8603f" />
          <stop offset="1" stopColor="#8f3526" />
        </linearGradient>
      </defs>
      <rect width="400" height="300" fill="url(#coffee-sky)" />
      <circle cx="312" cy="74" r="34" fill="#fff6e6" />
      <path d="M0 158c58-34 96-20 142-4s96-40 152-24 80 6 106-8v110H0Z" fill="#e6b9a1" />
      <path d="M0 178c70-18 110 8 176-2s128-26 224 4v60H0Z" fill="#d39b80" />
      <path d="M0 0h400v14H0ZM0 0h14v232H0ZM386 0h14v232h-14ZM194 0h12v232h-12Z" fill="#5d3b30" />
      <rect y="226" width="400" height="74" fill="#7a4d3b" />
      <path d="M0 226h400v8H0Z" fill="#93614b" />
      <ellipse cx="176" cy="266" rx="112" ry="17" fill="#4e3026" opacity="0.5" />
      <ellipse cx="176" cy="256" rx="98" ry="17" fill="#f6efe6" />
      <ellipse cx="176" cy="253" rx="72" ry="11" fill="#e6d9ca" />
      <path d="M112 166h128c0 58-14 88-64 88s-64-30-64-88Z" fill="url(#coffee-cup)" />
      <path d="M238 180c34-8 44 44-10 44" fill="none" stroke="#a8442f" strokeWidth="12" strokeLinecap="round" />
      <ellipse cx="176" cy="166" rx="64" ry="13" fill="#e9a27e" />
      <ellipse cx="176" cy="167" rx="56" ry="10" fill="#3d1f14" />
      <path d="M150 167c10-7 20 5 28-1s18-4 24 1c-10 7-42 8-52 0Z" fill="#d9b08c" />
      <g fill="none" stroke="#fffaf3" strokeLinecap="round" strokeWidth="6" opacity="0.8">
        <path d="M152 140c-10-16 10-24 0-44" />
        <path d="M178 136c-12-18 12-30 0-54" />
        <path d="M204 140c-10-16 10-24 0-44" />
      </g>
      <g transform="translate(306 240)">
        <circle r="26" fill="#f08a35" />
        <circle cx="-8" cy="-9" r="7" fill="#f7a95e" />
        <path d="M2-25c6-10 18-12 24-8-4 9-14 13-24 8Z" fill="#4f7d3a" />
      </g>
      <g transform="translate(348 258)">
        <circle r="19" fill="#e97d2a" />
        <circle cx="-6" cy="-6" r="5" fill="#f7a95e" />
      </g>
    </svg>
  )
}
