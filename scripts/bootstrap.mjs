#!/usr/bin/env node
// Makes `npm start` and `npm test` enough on a machine that has only Node and npm: finds or fetches
// the Node and pnpm that the project pins, installs the locked dependencies when they changed, and
// hands over to the task. No dependencies of its own, and it must parse on Node 18.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pins = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config
const windows = process.platform === 'win32'

const tasks = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  build: 'scripts/build.ts',
  bench: 'bench/src/main.ts',
  soak: 'scripts/soak.ts',
  load: 'bench/src/load/main.ts',
  costs: 'scripts/costs.ts',
  'train:injection': 'scripts/train-injection.ts',
  'score:safety': 'scripts/score-safety.ts',
  pictures: 'scripts/pictures.ts',
  format: 'scripts/format.ts',
  sbom: 'scripts/sbom.ts',
  'new:suggestion': 'scripts/new-suggestion.ts',
  inkling: 'apps/api/src/cli/main.ts',
  simulator: 'apps/claude-simulator/src/main.ts',
}

// stdout belongs to the task: `npm run -s inkling -- token` prints the token and nothing else.
const say = (text) => process.stderr.write(`${text}\n`)

function fail(text) {
  say(text)
  process.exit(1)
}

/** The environment without npm's own settings, which pnpm would take for its own. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)))
}

/** Installs one package of a pinned version below .toolchain, atomically, and returns its folder. */
function fetchTool(name, version) {
  const home = join(root, '.toolchain', `${name}-${version}`)
  const installed = join(home, 'node_modules', name)
  if (existsSync(installed)) return installed
  say(`Fetching ${name} ${version} (once) ...`)
  const staging = `${home}.${process.pid}`
  mkdirSync(staging, { recursive: true })
  writeFileSync(join(staging, 'package.json'), '{"private":true}\n')
  try {
    const flags = ['install', `${name}@${version}`, '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', flags, { cwd: staging, env: cleanEnvironment(), shell: windows, stdio: ['ignore', 'ignore', 'inherit'] })
    if (!existsSync(home)) renameSync(staging, home)
  } catch {
    fail(
      `Could not fetch ${name} ${version} from the npm registry. Check the network or npm's registry setting, then run the command again.`,
    )
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return installed
}

function findNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= Number(pins.node.split('.')[0])) return process.execPath
  return join(fetchTool('node', pins.node), 'bin', windows ? 'node.exe' : 'node')
}

/** Changes when the lock file or a manifest does. */
function dependencyFingerprint() {
  const hash = createHash('sha256')
  const manifests = ['apps', 'packages', 'widgets'].flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`) : [],
  )
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'bench/package.json', ...manifests.sort()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

function install(environment) {
  const stamp = join(root, 'node_modules', '.inkling-installed')
  const wanted = dependencyFingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const pnpm = join(fetchTool('pnpm', pins.pnpm), '..', '.bin', windows ? 'pnpm.cmd' : 'pnpm')
  say('Installing dependencies ...')
  try {
    execFileSync(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], {
      cwd: root,
      env: environment,
      shell: windows,
      // What pnpm says is of interest only when it fails.
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    say(`${error.stdout ?? ''}${error.stderr ?? ''}`)
    fail('The dependencies could not be installed; the lines above say why. Nothing was started.')
  }
  writeFileSync(stamp, wanted)
}

function run(node, environment, file, args) {
  const child = spawn(node, ['--conditions=@inkling/source', join(root, file), ...args], { cwd: root, env: environment, stdio: 'inherit' })
  // A terminal sends Ctrl-C to the whole group; forwarding covers `kill` of this process alone.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 130 : signal ? 1 : (code ?? 1)))
}

const [task = '', ...args] = process.argv.slice(2)
const file = tasks[task]
if (!file) fail(`Unknown task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`)
const node = findNode()
const environment = cleanEnvironment()
environment.PATH = [dirname(node), join(root, 'node_modules', '.bin'), environment.PATH].join(delimiter)
install(environment)
run(node, environment, file, args)
