/** The open documents: each version is read once, and checked once for each state of the settings. */

import type { CancellationToken, TextDocumentsConfiguration } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Report } from '../report/model'
import { parseSteps } from '../report/parse'
import type { TypeChoice } from '../report/recognise/recognise'
import type { CheckedFinding } from '../rules/rule'
import { type Severities, checkSteps as stepsOfRules } from '../rules/run'
import { finish, type Steps } from '../text/steps'
import type { TypeCatalogue } from '../types/catalogue'
import type { ReportTypes } from './report-types'
import { inSlices } from './slices'

/** What one check of one version found. */
export interface Check {
  /** Differs for every check, even of other documents: what a client sends back as `resultId`. */
  readonly id: string
  readonly findings: readonly CheckedFinding[]
  /** How long reading and checking took. */
  readonly milliseconds: number
}

/** What one version of a document has been read as, and what has been found in it so far. */
interface Reading {
  readonly catalogue: TypeCatalogue | undefined
  readonly choice: TypeChoice | undefined
  readonly report: Work<Report | undefined>
  checkedWith?: Severities
  check?: Work<Check>
}

// A document that is closed and opened again is another object, so versions never get mixed up; after a change
// it is read again, whatever version the client gives it.
const readings = new WeakMap<TextDocument, Reading>()
let checks = 0

const typesOf = new WeakMap<TextDocument, ReportTypes>()

/** Reads documents as reports of the known types, or of the type chosen for them. */
export function documentsOf(types: ReportTypes): TextDocumentsConfiguration<TextDocument> {
  return {
    create: (uri, languageId, version, content) => {
      const document = TextDocument.create(uri, languageId, version, content)
      typesOf.set(document, types)
      return document
    },
    update: (document, changes, version) => {
      readings.delete(document)
      return TextDocument.update(document, changes, version)
    },
  }
}

/** The document as a report; undefined where it is not one. Read at the first call for a version. */
export function reportOf(document: TextDocument): Report | undefined {
  return finish(readingOf(document).report.steps())
}

/**
 * The same as `reportOf`, read in slices, and only once for all who are waiting; undefined where it is not one.
 * Fails as `inSlices` does when the request is cancelled, or when the document changes.
 */
export async function reportIn(
  document: TextDocument | undefined,
  token: CancellationToken,
): Promise<Report | undefined> {
  if (document === undefined) return undefined
  const reading = readingOf(document)
  return inSlices(reading.report.steps(), token, { isOutdated: isReplaced(document, reading) })
}

/**
 * What the rules find in a report; undefined for any other text. Done once for each version and state of the
 * settings, in slices, as in `reportIn`.
 */
export async function checkIn(
  document: TextDocument | undefined,
  severities: Severities,
  token: CancellationToken,
): Promise<Check | undefined> {
  if (document === undefined) return undefined
  const reading = readingOf(document)
  const steps = checkSteps(reading, severities)
  return inSlices(steps, token, { isOutdated: isReplaced(document, reading) })
}

/** Returns a function that says whether the document has changed since now, for work in slices on its present text. */
export function whetherChanged(document: TextDocument): () => boolean {
  return isReplaced(document, readingOf(document))
}

function isReplaced(document: TextDocument, reading: Reading): () => boolean {
  return () => readings.get(document) !== reading
}

function* checkSteps(reading: Reading, severities: Severities): Steps<Check | undefined> {
  const report = yield* reading.report.steps()
  if (report === undefined) return undefined
  if (reading.check === undefined || reading.checkedWith !== severities) {
    reading.check = new Work(check(report, severities, reading.report))
    reading.checkedWith = severities
  }
  return yield* reading.check.steps()
}

function* check(
  report: Report,
  severities: Severities,
  reading: Work<Report | undefined>,
): Steps<Check> {
  const timed = new Work(stepsOfRules(report, severities))
  const findings = yield* timed.steps()
  const milliseconds = reading.milliseconds + timed.milliseconds
  return { id: String(++checks), findings, milliseconds }
}

/** Work that several requests may wait for: each of them does steps of it until it is done. */
class Work<Result> {
  private done: { readonly result: Result } | { readonly error: unknown } | undefined
  /** How long its steps have taken so far, without anything that was done between them. */
  milliseconds = 0

  constructor(private readonly work: Steps<Result>) {}

  *steps(): Steps<Result> {
    while (this.done === undefined) {
      const began = performance.now()
      try {
        const { done, value } = this.work.next()
        if (done) this.done = { result: value }
      } catch (error) {
        // Whoever asks again must not be led to think that nothing was found.
        this.done = { error }
      }
      this.milliseconds += performance.now() - began
      if (this.done === undefined) yield
    }
    if ('error' in this.done) throw this.done.error
    return this.done.result
  }
}

/**
 * A text that is not open, as a report of a known type or of the type chosen for it; undefined where it is not one.
 */
export function readText(types: ReportTypes, uri: string, text: string): Steps<Report | undefined> {
  return parseSteps(text, { types: types.catalogue(), choice: types.choiceFor(uri) })
}

function readingOf(document: TextDocument): Reading {
  const types = typesOf.get(document)
  const catalogue = types?.catalogue()
  const choice = types?.choiceFor(document.uri)
  const known = readings.get(document)
  if (
    known !== undefined &&
    known.catalogue === catalogue &&
    known.choice?.id === choice?.id &&
    known.choice?.by === choice?.by
  )
    return known
  const options = { ...(catalogue && { types: catalogue }), choice }
  const report = new Work(parseSteps(document.getText(), options))
  const reading: Reading = { catalogue, choice, report }
  readings.set(document, reading)
  return reading
}
