/** The program as a process: its arguments, standard streams and status. */

import { createRequire } from 'node:module'
import { clearLine, cursorTo } from 'node:readline'
import pc from 'picocolors'
import { traceOf } from '../host/failure-trace'
import { runCommand } from './arguments'
import { lostOutput, outputOver } from './output'
import { outputLost, type Terminal } from './terminal'

/** Does what the arguments of the process ask for; `file` is what its threads run. */
export function runProgram(file: string): void {
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

  runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    colour: hasColour(),
    readStdin,
    out: out.write,
    err: err.write,
    program: file,
    startServer: () => startServer(file),
    ...(process.stderr.isTTY && { progress }),
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
}

/** The server is a bundle of its own beside the program, which reads the arguments of the process by itself. */
function startServer(file: string): void {
  process.argv = [process.execPath, file, '--stdio']
  createRequire(file)('./server.js')
}

function hasColour(): boolean {
  // `FORCE_COLOR=0` asks for no colour; the library takes any value as asking for it.
  const { FORCE_COLOR: forced = '' } = process.env
  const isRefused = forced === '0' || forced === 'false'
  // On Windows and in CI the library assumes colour even where the output goes to a file.
  const isAsked = forced !== '' || process.argv.includes('--color')
  return pc.isColorSupported && !isRefused && (process.stdout.isTTY || isAsked)
}

const progress: NonNullable<Terminal['progress']> = line => {
  clearLine(process.stderr, 0)
  cursorTo(process.stderr, 0)
  if (line !== undefined) process.stderr.write(line)
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
