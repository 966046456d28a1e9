/** What an import gives back: the draft, and what was changed, each change with its place in words. */

import * as l10n from '@vscode/l10n'
import type { ParseOptions } from '../report/parse'
import { unreadable } from '../text/decode'
import { Pace, type Run, type Steps } from '../text/steps'
import { type Change, excerpt, open } from './text/change'
import type { PlacedChange } from './text/grouped-changes'
import { type Tidied, type TidyOptions, tidySteps } from './text/tidy'

export interface ImportOptions {
  readonly parse?: ParseOptions
  /** Called with how far the reading has got. */
  readonly onProgress?: (done: number, all: number) => void
  /** Runs the steps of the work, and may stop it by throwing; all at once if left out. */
  readonly run?: Run
  /** Awaited between pages, and during those that take long; it may stop the work by throwing. */
  readonly pause?: () => Promise<void>
  /** Is a text that is not a report put in order, too? */
  readonly tidiesAll?: boolean
}

export interface Imported {
  readonly kind: 'word' | 'pdf' | 'text'
  readonly text: string
  readonly changes: readonly PlacedChange[]
  /** Was the file recognised as a report? Another is not marked as a draft. */
  readonly isReport: boolean
  /** Was its text put in order? One that is not a report is otherwise as it was read. */
  readonly isTidied: boolean
}

/** What was read from a file as a draft; with a trail, where each of its characters is in what was read. */
export function* imported(
  kind: Imported['kind'],
  source: string,
  changes: readonly Change[],
  { parse, trail, tidiesAll = false }: ImportOptions & Pick<TidyOptions, 'trail'>,
): Steps<Imported & Pick<Tidied, 'origins'>> {
  const tidied = yield* tidySteps(source, {
    ...(parse && { parse }),
    ...(trail && { trail }),
    hasRunningLines: kind !== 'pdf',
  })
  yield
  const { isReport } = tidied
  const isTidied = isReport || tidiesAll
  const { text, origins, ...made } = isTidied ? tidied : asRead(source, trail !== undefined)
  const lines = source.split('\n')
  const written = text.split('\n')
  const inDraft = yield* draftLines(made.sources, written, lines.length)
  yield
  const all = [...changes, ...unreadIn(lines), ...made.changes].sort((a, b) => a.line - b.line)
  const places = new Places(kind, lines)
  const placed: PlacedChange[] = []
  const pace = new Pace()
  for (const change of all) {
    const from = inDraft[change.line] ?? 0
    placed.push({
      ...change,
      place: places.of(change.line),
      draftLine: nearWords(written, from, change),
    })
    if (pace.isOver(lettersNear(written, from))) yield
  }
  return { kind, text, changes: placed, isReport, isTidied, ...(origins && { origins }) }
}

/** A text that stays as it is. */
function asRead(text: string, isTraced: boolean): Omit<Tidied, 'isReport'> {
  const sources = text.split('\n').map((_, line) => line)
  const origins = isTraced ? Int32Array.from({ length: text.length }, (_, at) => at) : undefined
  return { text, sources, changes: [], ...(origins && { origins }) }
}

/** Characters that were lost before the file came here, or that are not in the encoding it was read in. */
function unreadIn(lines: readonly string[]): readonly Change[] {
  const line = lines.findIndex(each => each.includes(unreadable))
  if (line === -1) return []
  const message = l10n.t(
    'Some characters could not be read, and are shown as "{0}". Compare with the source, or save it as UTF-8 and import it again.',
    unreadable,
  )
  return [open('unreadable', line, message, { before: excerpt((lines[line] ?? '').trim()) })]
}

/**
 * For each line of the source, the first line of the draft that comes from it; otherwise,
 * from the nearest one before it.
 */
function* draftLines(
  sources: readonly number[],
  written: readonly string[],
  count: number,
): Steps<readonly number[]> {
  const first = new Map<number, number>()
  const pace = new Pace()
  for (const [at, source] of sources.entries()) {
    if (/[^\s|:-]/.test(written[at] ?? '') && !first.has(source)) first.set(source, at)
    if (pace.isOver(0)) yield
  }
  let nearest = 0
  return Array.from({ length: count }, (_, line) => {
    nearest = first.get(line) ?? nearest
    return nearest
  })
}

/** A table or a list has many lines that come from one. */
const farthest = 40

/** The line with the words of the change, not far after the first candidate; otherwise that first one. */
function nearWords(written: readonly string[], from: number, { after, before }: Change): number {
  const words = after ?? before
  if (words === undefined) return from
  const at = written.slice(from, from + farthest).findIndex(each => each.includes(words))
  return at < 0 ? from : from + at
}

/** How many letters are searched for the words of a change, for the steps. */
function lettersNear(written: readonly string[], from: number): number {
  return written.slice(from, from + farthest).reduce((sum, { length }) => sum + length, 0)
}

/** Says where the lines of a source are; they must be asked for from the first to the last. */
class Places {
  private next = 0
  private page = 1
  private heading: string | undefined

  constructor(
    private readonly kind: Imported['kind'],
    private readonly lines: readonly string[],
  ) {}

  /** In words: `page 3`. */
  of(line: number): string {
    if (this.kind === 'text') return l10n.t('line {0}', line + 1)
    for (; this.next <= line && this.next < this.lines.length; this.next++)
      this.pass(this.lines[this.next] ?? '')
    if (this.kind === 'pdf') return l10n.t('page {0}', this.page)
    return this.heading === undefined
      ? l10n.t('at the beginning')
      : l10n.t('under "{0}"', this.heading.replace(/^#+ /, ''))
  }

  private pass(text: string): void {
    this.page += text.split('\f').length - 1
    if (/^#{1,6} /.test(text)) this.heading = text
  }
}
