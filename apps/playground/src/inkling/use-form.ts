import { useEffect, useState } from 'react'
import { recall, remember } from '../preferences/remembered.ts'

/** In which of its two forms a page shows the widgets. */
export type Form = 'react' | 'script'

const key = 'playground.form'

/** From `?form=script`, else as last chosen. */
export function useForm(): [Form, (form: Form) => void] {
  const [form, setForm] = useState<Form>(() => (recall('form', key) === 'script' ? 'script' : 'react'))
  useEffect(() => remember(key, form), [form])
  return [form, setForm]
}
