export interface ThemeValues {
  /** `#rrggbb` */
  accent: string
  /** Pixels */
  radius: number
  font: Font
  density: Density
  scheme: Scheme
}

const fonts = { page: 'inherit', system: 'system-ui, sans-serif', serif: 'Georgia, serif', rounded: 'ui-rounded, "Nunito", sans-serif' }
export type Font = keyof typeof fonts

/** Letters and distances in pixels. */
const densities = { compact: { size: 13, gap: 12 }, normal: { size: 14, gap: 16 }, roomy: { size: 16, gap: 20 } }
export type Density = keyof typeof densities

export type Scheme = 'auto' | 'light' | 'dark' | 'host'

export const usualTheme: ThemeValues = { accent: '#5246d6', radius: 16, font: 'page', density: 'normal', scheme: 'auto' }

/** The custom properties that differ from the widgets' own values. */
export function propertiesOf({ accent, radius, font, density }: ThemeValues): [name: string, value: string][] {
  const { size, gap } = densities[density]
  const all: [string, string, boolean][] = [
    // On a dark card the same colour would be too dark to read.
    ['--inkling-accent', `light-dark(${accent}, color-mix(in oklab, ${accent}, white 45%))`, accent !== usualTheme.accent],
    ['--inkling-radius', `${radius}px`, radius !== usualTheme.radius],
    ['--inkling-font', fonts[font], font !== usualTheme.font],
    ['--inkling-size', `${size}px`, density !== usualTheme.density],
    ['--inkling-gap', `${gap}px`, density !== usualTheme.density],
  ]
  return all.flatMap(([name, value, differs]) => (differs ? [[name, value]] : []))
}

/** The style sheet that gives a host the same look. */
export function styleSheetOf(values: ThemeValues): string {
  const lines = propertiesOf(values).map(([name, value]) => `  ${name}: ${value};`)
  return lines.length === 0 ? ':root {\n  /* The usual look: nothing to set. */\n}' : `:root {\n${lines.join('\n')}\n}`
}
