import { useId } from 'react'

interface ChoiceFieldProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  names: Readonly<Record<Value, string>>
  onChange: (value: Value) => void
}

/** One of a few values, each with its name in the page's language. */
export function ChoiceField<Value extends string>({ label, value, values, names, onChange }: ChoiceFieldProps<Value>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {values.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </div>
  )
}
