/** `check --format json`, version 1: everything that was found, for other programs. Its shape is a contract. */

import type { ProblemData, ReportData } from '../../../features/data/report-data'
import type { Form } from './form'

export interface JsonOutput {
  readonly version: 1
  readonly files: readonly JsonFile[]
}

export type JsonFile =
  | { readonly path: string; readonly error: string }
  | ({ readonly path: string } & ReportData)

export type JsonFinding = ProblemData

export const jsonForm: Form = {
  needs: 'everything',
  begin: () => '{\n  "version": 1,\n  "files": [',
  file: ({ source: _, ...file }) => piece(file),
  failure: (path, error) => piece({ path, error }),
  between: ',',
  end: () => '\n  ]\n}\n',
}

function piece(file: JsonFile): string {
  return `\n${indented(file)}`
}

/** As part of a list in an object. */
export function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(/^/gm, '    ')
}
