import { defineElement } from './define-element.ts'
import { addressOfLoader } from './loader-address.ts'

/*
 * Runs as a classic script and as a module, below any policy that lets it load. A page may hold several versions: the first to define a name
 * keeps it, and `data-element` gives a later one a name of its own.
 */
const script = addressOfLoader()
defineElement(script?.dataset.element ?? 'inkling-suggestions', script)
