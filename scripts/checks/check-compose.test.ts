import { expect, test } from 'vitest'
import { findComposeProblems } from './check-compose.ts'

const known = new Set(['PORT', 'INKLING_SECRET'])
const compose = (service: string, rest = '') =>
  `services:\n  api:\n    image: inkling:1\n    restart: always\n    healthcheck: { test: [CMD, "true"] }\n${service}${rest}`

test('a compose file that follows the specification and the rules has no problems', () => {
  const environment = `    environment: { PORT: "8787", INKLING_SECRET: "$\{INKLING_SECRET:?set it}" }\n    volumes: [data:/data]\n`
  expect(findComposeProblems(compose(environment, 'volumes: { data: }\n'), known)).toEqual([])
})

test.each([
  ['a key that the specification does not know', compose('    imagee: other\n'), 'additional properties'],
  ['a value of the wrong type', compose('    read_only: sometimes\n'), 'must be boolean'],
  ['a variable that the server does not read', compose('    environment: { PROT: "1" }\n'), 'PROT'],
  ['a secret in the file', compose('    environment: { INKLING_SECRET: abc }\n'), 'spells out INKLING_SECRET'],
  ['a volume that the file does not declare', compose('    volumes: [data:/data]\n'), 'mounts data'],
  ['an image without a version', compose('').replace('inkling:1', 'inkling'), 'names no version'],
  ['a service without a health check', compose('').replace(/ +healthcheck.*\n/, ''), 'no health check'],
  ['a service that stays down', compose('').replace(/ +restart.*\n/, ''), 'no restart policy'],
])('a compose file is refused for %s', (_, text, problem) => {
  expect(findComposeProblems(text, known).join('\n')).toContain(problem)
})
