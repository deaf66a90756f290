import { useEffect, useState } from 'react'

/** The value once it has not changed for so long: a suggestion for every keystroke would be paid for and thrown away. */
export function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
