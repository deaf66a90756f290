import type { LifecycleEvent, Observer } from '@inkling/suggestions/ports'
import { describe, expect, test, vi } from 'vitest'
import { composeObservers } from './compose-observers.ts'

const event: LifecycleEvent = { type: 'item-dropped', suggestion: 'coocook.menuCuration', check: 'schema' }
const broken: Observer = {
  on() {
    throw new Error('defect')
  },
}

describe('composeObservers', () => {
  test('every observer hears every event, in order', () => {
    const heard: string[] = []
    composeObservers([{ on: () => heard.push('a') }, { on: () => heard.push('b') }]).on(event)
    expect(heard).toEqual(['a', 'b'])
  })

  test('one that throws disturbs nobody and is reported once', () => {
    const last = vi.fn()
    const onFault = vi.fn()
    const observer = composeObservers([broken, { on: last }], onFault)
    observer.on(event)
    observer.on(event)
    expect(last).toHaveBeenCalledTimes(2)
    expect(onFault).toHaveBeenCalledTimes(1)
  })

  test('not even a report that throws breaks a request', () => {
    const onFault = () => {
      throw new Error('worse')
    }
    expect(() => composeObservers([broken], onFault).on(event)).not.toThrow()
    expect(() => composeObservers([broken]).on(event)).not.toThrow()
  })
})
