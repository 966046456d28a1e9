#!/usr/bin/env node
/** The program `inspection-reports`. */

import pc from 'picocolors'
import { traceOf } from '../host/failure-trace'
import { runCommand } from './arguments'
import { lostOutput, outputOver } from './output'
import { outputLost } from './terminal'

// Whatever happens to the output, files that are being written are finished.
let isLost = false
const err = outputOver(process.stderr, lose)
const out = outputOver(process.stdout, lose)

function lose(error: NodeJS.ErrnoException | undefined): void {
  if (error === undefined) return
  isLost = true
  process.exitCode = outputLost
  err.write(`${lostOutput(error)}\n`)
}

// `FORCE_COLOR=0` asks for no colour; the library takes any value as asking for it.
const { FORCE_COLOR: forced = '' } = process.env
const colourRefused = forced === '0' || forced === 'false'
// On Windows and in CI the library assumes colour even where the output goes to a file.
const colourAsked = forced !== '' || process.argv.includes('--color')

runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  colour: pc.isColorSupported && !colourRefused && (process.stdout.isTTY || colourAsked),
  readStdin,
  out: out.write,
  err: err.write,
}).then(
  status => {
    process.exitCode = isLost ? outputLost : status
  },
  (error: unknown) => {
    // Without the words of what was thrown, which may be those of a report.
    err.write(
      `inspection-reports has failed, through no fault of yours. Please report this (${traceOf(error)}).\n`,
    )
    process.exitCode = isLost ? outputLost : 2
  },
)

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
