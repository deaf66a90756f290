import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)

const [react, reactDom] =
  process.env.INKLING_TEST_REACT === '18'
    ? [require.resolve('react-18/package.json'), require.resolve('react-dom-18/package.json')]
    : [require.resolve('react/package.json'), require.resolve('react-dom/package.json')]

/** One React for all of a bundle: the newest, or in the test project `react-18` the oldest that the widgets take. */
export const reactAliases = [
  { find: /^react-dom(?=\/|$)/, replacement: dirname(reactDom) },
  { find: /^react(?=\/|$)/, replacement: dirname(react) },
]
