import { takePictures } from './pictures/take-pictures.ts'

const help = `npm run pictures

Takes the pictures of the documentation again, into docs/pictures: real pages, from the documentation's own snippets, that ask an embedded
server and its simulator. Needs Chrome, Chromium or Edge (CHROMIUM_PATH names one) and the built pages (npm run build).
`

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const asked = args.includes('--help') || args.includes('-h')
    process[asked ? 'stdout' : 'stderr'].write(asked ? help : `Unknown: ${args.join(' ')}.\n\n${help}`)
    return asked ? 0 : 1
  }
  for (const name of await takePictures()) process.stdout.write(`written  docs/pictures/${name}.png\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
