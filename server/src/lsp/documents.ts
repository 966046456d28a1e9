/** The open documents: each version is read once, and checked once for each state of the settings. */

import type { TextDocumentsConfiguration } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Report } from '../report/model'
import { parseReport } from '../report/parse'
import type { TypeChoice } from '../report/recognise'
import type { CheckedFinding } from '../rules/rule'
import { checkReport, type Severities } from '../rules/run'
import type { TypeCatalogue } from '../types/catalogue'
import type { ReportTypes } from './report-types'

/** What one check of one version found. */
export interface Check {
  /** Differs for every check, also of other documents: what a client sends back as `resultId`. */
  readonly id: string
  readonly findings: readonly CheckedFinding[]
  /** How long reading and checking took. */
  readonly milliseconds: number
}

interface Reading {
  readonly version: number
  readonly catalogue: TypeCatalogue | undefined
  readonly choice: TypeChoice | undefined
  readonly report: Report | undefined
  readonly milliseconds: number
  checkedWith?: Severities
  check?: Check
}

// A document that is closed and opened again is another object, so versions never get mixed up.
const readings = new WeakMap<TextDocument, Reading>()
let checks = 0

const typesOf = new WeakMap<TextDocument, ReportTypes>()

/** Documents that are read as the types that are known, and as chosen for them. */
export function documentsOf(types: ReportTypes): TextDocumentsConfiguration<TextDocument> {
  return {
    create: (uri, languageId, version, content) => {
      const document = TextDocument.create(uri, languageId, version, content)
      typesOf.set(document, types)
      return document
    },
    update: TextDocument.update,
  }
}

/** The document as a report; undefined where it is none. Read at the first call for a version. */
export function reportOf(document: TextDocument): Report | undefined {
  return readingOf(document).report
}

/** What the rules find in a report; undefined for any other text. Made once per version and settings. */
export function checkOf(document: TextDocument, severities: Severities): Check | undefined {
  const reading = readingOf(document)
  if (reading.report === undefined) return undefined
  if (reading.check === undefined || reading.checkedWith !== severities) {
    const began = performance.now()
    const findings = checkReport(reading.report, severities)
    const milliseconds = reading.milliseconds + performance.now() - began
    reading.check = { id: String(++checks), findings, milliseconds }
    reading.checkedWith = severities
  }
  return reading.check
}

/** A text that is not open, as a report of a type that is known or chosen for it; undefined where it is none. */
export function readText(types: ReportTypes, uri: string, text: string): Report | undefined {
  return parseReport(text, { types: types.catalogue(), choice: types.choiceFor(uri) })
}

function readingOf(document: TextDocument): Reading {
  const types = typesOf.get(document)
  const catalogue = types?.catalogue()
  const choice = types?.choiceFor(document.uri)
  const known = readings.get(document)
  if (
    known !== undefined &&
    known.version === document.version &&
    known.catalogue === catalogue &&
    known.choice?.id === choice?.id &&
    known.choice?.by === choice?.by
  )
    return known
  const began = performance.now()
  const report = parseReport(document.getText(), { ...(catalogue && { types: catalogue }), choice })
  const { version } = document
  const milliseconds = performance.now() - began
  const reading = { version, catalogue, choice, report, milliseconds }
  readings.set(document, reading)
  return reading
}
