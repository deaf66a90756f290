import { usePageInkling } from './page-inkling.ts'
import { panelWords } from './panel-words.ts'

/** The same page with the widgets as React components, or as elements of the script tag. */
export function FormSwitch() {
  const { language, form, setForm } = usePageInkling()
  const words = panelWords[language]
  return (
    <fieldset className="form-switch">
      <legend className="unseen">{words.form}</legend>
      {(['react', 'script'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={form === name} onClick={() => setForm(name)}>
          {words.forms[name]}
        </button>
      ))}
    </fieldset>
  )
}
