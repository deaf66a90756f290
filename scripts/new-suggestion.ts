import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { addToList, skeletonOf } from './suggestion/skeleton.ts'

const help = `npm run new:suggestion -- <product> <suggestionName>

Writes packages/prompts/src/<product>/<suggestion-name>.ts and adds it to the product's list, for example:

  npm run new:suggestion -- coocook wineList

Procedures, OpenAPI, cache keys, the flag and the tests over every suggestion follow by themselves.
`

const kebab = (camel: string) => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function main([product = '', key = '']: readonly string[]): number {
  if (product === '--help' || product === '-h') {
    process.stdout.write(help)
    return 0
  }
  if (!/^[a-z][a-zA-Z]*$/.test(product) || !/^[a-z][a-zA-Z0-9]*$/.test(key)) {
    process.stderr.write(`Give a product and a name in camelCase.\n\n${help}`)
    return 1
  }
  const folder = join(root, 'packages', 'prompts', 'src', kebab(product))
  const file = join(folder, `${kebab(key)}.ts`)
  const list = join(folder, 'suggestions.ts')
  if (existsSync(file)) {
    process.stderr.write(`${file} exists. Choose another name, or edit it.\n`)
    return 1
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, skeletonOf(product, key))
  writeFileSync(list, addToList(existsSync(list) ? readFileSync(list, 'utf8') : undefined, product, key))
  const next = existsSync(list) ? '' : ' Add the product to packages/prompts/src/registry.ts.'
  process.stderr.write(`Wrote ${file}.${next}\nTry it: npm run -s inkling -- try ${product}.${key} --input example\n`)
  return 0
}

process.exitCode = main(process.argv.slice(2))
