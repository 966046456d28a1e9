/** Test texts with marks: what a test expects is under the words where it is expected. */

import type { Span } from '../../server/src/text/span'

/** `   ^^^^ rule-id (fix): message` under a line: a finding at exactly the characters above the carets. */
export interface Annotation extends Span {
  readonly rule: string
  readonly hasFix: boolean
  readonly message: string
}

export interface AnnotatedText {
  /** The text with all marks taken out. */
  readonly text: string
  readonly annotations: readonly Annotation[]
  /** Offset of `<|>`. */
  readonly cursor: number | undefined
  /** What is between `«` and `»`. */
  readonly spans: readonly Span[]
}

const caretLine = /^(\s*)(\^+) ([a-z-]+)( \(fix\))?: (.*)$/

/** Takes the marks out of a test text. Leading and trailing blank lines of a template string go too. */
export function readAnnotated(marked: string): AnnotatedText {
  const annotations: Annotation[] = []
  const kept: string[] = []
  let lineStart = 0
  let previousStart = 0
  let cursor: number | undefined
  const spans: Span[] = []
  const open: number[] = []
  for (const rawLine of marked
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split(/(?<=\n)/)) {
    const caret = caretLine.exec(rawLine.replace(/\n$/, ''))
    if (caret !== null) {
      const start = previousStart + (caret[1] ?? '').length
      annotations.push({
        start,
        end: start + (caret[2] ?? '').length,
        rule: caret[3] ?? '',
        hasFix: caret[4] !== undefined,
        message: caret[5] ?? '',
      })
      continue
    }
    let line = ''
    for (let at = 0; at < rawLine.length; at++) {
      if (rawLine.startsWith('<|>', at)) {
        cursor = lineStart + line.length
        at += 2
      } else if (rawLine[at] === '«') open.push(lineStart + line.length)
      else if (rawLine[at] === '»')
        spans.push({ start: open.pop() ?? 0, end: lineStart + line.length })
      else line += rawLine[at]
    }
    kept.push(line)
    previousStart = lineStart
    lineStart += line.length
  }
  spans.sort((a, b) => a.start - b.start)
  return { text: kept.join(''), annotations, cursor, spans }
}

/** The text with an annotation line under each line that has findings, to be pasted into a test. */
export function annotate(text: string, annotations: readonly Annotation[]): string {
  const result: string[] = []
  let lineStart = 0
  for (const line of text.split(/(?<=\n)/)) {
    result.push(line.endsWith('\n') ? line : `${line}\n`)
    for (const found of annotations) {
      if (found.start < lineStart || found.start >= lineStart + Math.max(line.length, 1)) continue
      const carets = '^'.repeat(
        Math.max(1, Math.min(found.end, lineStart + line.length) - found.start),
      )
      const fix = found.hasFix ? ' (fix)' : ''
      result.push(
        `${' '.repeat(found.start - lineStart)}${carets} ${found.rule}${fix}: ${found.message}\n`,
      )
    }
    lineStart += line.length
  }
  return result.join('')
}
