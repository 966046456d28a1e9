#!/usr/bin/env node
/** The program `inspection-reports`. */

import pc from 'picocolors'
import { runCommand } from './arguments'

// A reader that has seen enough (`| head`) is no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

// `FORCE_COLOR=0` asks for none; the library takes any value for a yes.
const { FORCE_COLOR: forced = '' } = process.env
const colourRefused = forced === '0' || forced === 'false'
// On Windows and in CI the library says yes even where the output goes to a file.
const colourAsked = forced !== '' || process.argv.includes('--color')

runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  colour: pc.isColorSupported && !colourRefused && (process.stdout.isTTY || colourAsked),
  readStdin,
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}).then(
  status => {
    process.exitCode = status
  },
  (error: unknown) => {
    process.stderr.write(`inspection-reports failed: ${(error as Error).stack ?? error}\n`)
    process.exitCode = 2
  },
)

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
