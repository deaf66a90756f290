import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))

const suffix = process.env.INKLING_TEST_REACT === '18' ? '-18' : ''

/** One React for all of a bundle: the newest, or in the test project `react-18` the oldest that the widgets take. */
export const reactAliases = [
  { find: /^react-dom(?=\/|$)/, replacement: folderOf(`react-dom${suffix}`) },
  { find: /^react(?=\/|$)/, replacement: folderOf(`react${suffix}`) },
]
