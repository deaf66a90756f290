import type { Density, Font, Scheme, ThemeValues } from './theme-values.ts'

interface ThemeControlsProps {
  values: ThemeValues
  onChange: (values: ThemeValues) => void
}

const schemeNames: Record<Scheme, string> = { auto: 'As the system', light: 'Light', dark: 'Dark', host: 'As the page' }
const fontNames: Record<Font, string> = { page: 'The page’s own', system: 'System', serif: 'Serif', rounded: 'Rounded' }
const densityNames: Record<Density, string> = { compact: 'Compact', normal: 'Normal', roomy: 'Roomy' }

export function ThemeControls({ values, onChange }: ThemeControlsProps) {
  const set = (change: Partial<ThemeValues>) => onChange({ ...values, ...change })
  return (
    <form className="controls" aria-label="Theme" onSubmit={(event) => event.preventDefault()}>
      <label>
        Accent
        <input type="color" name="accent" value={values.accent} onChange={({ target }) => set({ accent: target.value })} />
      </label>
      <label>
        Radius
        <input
          type="range"
          name="radius"
          min={0}
          max={28}
          value={values.radius}
          onChange={({ target }) => set({ radius: target.valueAsNumber })}
        />
      </label>
      <Choice label="Font" value={values.font} names={fontNames} onChange={(font) => set({ font })} />
      <Choice label="Density" value={values.density} names={densityNames} onChange={(density) => set({ density })} />
      <Choice label="Scheme" value={values.scheme} names={schemeNames} onChange={(scheme) => set({ scheme })} />
    </form>
  )
}

interface ChoiceProps<Name extends string> {
  label: string
  value: Name
  names: Record<Name, string>
  onChange: (name: Name) => void
}

function Choice<Name extends string>({ label, value, names, onChange }: ChoiceProps<Name>) {
  return (
    <label>
      {label}
      <select name={label.toLowerCase()} value={value} onChange={({ target }) => onChange(target.value as Name)}>
        {(Object.keys(names) as Name[]).map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </label>
  )
}
