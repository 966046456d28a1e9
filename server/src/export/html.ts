/** A report's parts as HTML: the contents of `<body>`, without any script or style of its own. */

import * as l10n from '@vscode/l10n'
import { numberText } from '../report/numbering/paragraph-number'
import { htmlText } from '../text/escape'
import { Pace, type Steps } from '../text/steps'
import {
  type ContentsLine,
  type HeadingPart,
  type PlacedPart,
  plainText,
  type Run,
  type Runs,
  type TablePart,
  type TableRow,
} from './document'
import { isFootnote } from './footnotes'

/** A problem, shown beside the part that begins on its line, or the last part before it. */
export interface MarginNote {
  /** Counted from 0. */
  readonly line: number
  /** What is to be done about it, such as `To be put right`: in words, never by colour alone. */
  readonly kind: string
  /** A class for its looks: `error`, `warning`, `information`, `hint`. */
  readonly severity: string
  readonly message: string
}

/**
 * The parts as a cover, contents and the report itself. All text is escaped. Each element has the 0-based
 * line on which it begins as `data-line`; numbered paragraphs have the id `paragraph-12`.
 */
export function* htmlOf(
  parts: readonly PlacedPart[],
  notes: readonly MarginNote[] = [],
): Steps<string> {
  const writer = new Writer(notes)
  const bodyAt = parts.findIndex(({ part }) => !onCover.has(part.kind))
  const cover = bodyAt < 0 ? parts : parts.slice(0, bodyAt)
  const body = bodyAt < 0 ? [] : parts.slice(bodyAt)
  const coverHtml = yield* written(cover, writer)
  const bodyHtml = (yield* written(body, writer)) + writer.end()
  return `<header class="cover">${coverHtml}</header><main>${bodyHtml}</main>`
}

function* written(parts: readonly PlacedPart[], writer: Writer): Steps<string> {
  const pace = new Pace()
  const elements: string[] = []
  for (const part of parts) {
    const element = writer.write(part)
    elements.push(element)
    if (pace.isOver(element.length)) yield
  }
  return elements.join('')
}

const onCover: ReadonlySet<string> = new Set(['title', 'authority', 'cover'])

class Writer {
  private readonly ids = new Set<string>()
  /** How often each id has been asked for. */
  private readonly asked = new Map<string, number>()
  private readonly notes: readonly MarginNote[]
  private nextNote = 0
  /** How many lists are open around the last item. */
  private depth = 0
  private hasPart = false

  constructor(notes: readonly MarginNote[]) {
    this.notes = [...notes].sort((a, b) => a.line - b.line)
  }

  write({ part, line }: PlacedPart): string {
    const margin = this.margin(line)
    this.hasPart = true
    if (part.kind === 'item') return margin + this.item(part, line)
    const closed = this.closeLists(0)
    const at = ` data-line="${line}"`
    const element = ((): string => {
      switch (part.kind) {
        case 'title':
          return `<h1${at}>${runsHtml(part.runs)}</h1>`
        case 'authority':
          return `<p class="authority"${at}>${runsHtml(part.runs)}</p>`
        case 'cover': {
          const label = part.label === '' ? '' : `<b>${htmlText(part.label)}</b> `
          return `<p class="field"${at}>${label}${runsHtml(part.runs)}</p>`
        }
        case 'contents':
          return this.contents(part.title, part.entries, at)
        case 'heading':
          return this.heading(part, at)
        case 'grade':
          return `<p class="grade"${at}>${runsHtml(part.runs)}</p>`
        case 'timescale':
          return `<p class="timescale"${at}>${runsHtml(part.runs)}</p>`
        case 'numbered':
          return this.numbered(part.number, part.isMissing, part.runs, at)
        case 'text':
          return `<p${isFootnote(part.runs) ? ' class="footnote"' : ''}${at}>${runsHtml(part.runs)}</p>`
        case 'table':
          return this.table(part, at)
      }
    })()
    return closed + margin + element
  }

  /** Closes whatever is open, and shows the notes after the last part. */
  end(): string {
    return this.closeLists(0) + this.margin(Number.POSITIVE_INFINITY)
  }

  private heading({ level, runs, anchor, newPage }: HeadingPart, at: string): string {
    // The title is at the first level.
    const name = `h${Math.min(level + 1, 6)}`
    const id = anchor === undefined ? '' : ` id="${this.unique(anchor)}"`
    const page = newPage ? ' class="new-page"' : ''
    return `<${name}${id}${page}${at}>${runsHtml(runs)}</${name}>`
  }

  private numbered(number: number, isMissing: boolean, runs: Runs, at: string): string {
    const words = numberText(number)
    const id = this.unique(`paragraph-${words}`)
    const missing = isMissing ? ' missing' : ''
    // As in Word, 1.2 has no full stop after it.
    const stop = words.includes('.') ? '' : '.'
    const label = `<span class="number${missing}">${words}${stop}</span>`
    return `<p class="numbered" id="${id}"${at}>${label} ${runsHtml(runs)}</p>`
  }

  private contents(title: string, entries: readonly ContentsLine[], at: string): string {
    const items = entries.map(({ title: words, level, page, anchor }) => {
      const text = htmlText(words)
      const name = anchor === undefined ? text : `<a href="#${anchor}">${text}</a>`
      const number = page === undefined ? '' : ` <span class="page">${page}</span>`
      return `<li class="level-${level}">${name}${number}</li>`
    })
    const id = this.unique('contents')
    return `<nav aria-labelledby="${id}"${at}><h2 id="${id}">${htmlText(title)}</h2><ul>${items.join('')}</ul></nav>`
  }

  private item(
    part: { readonly level: number; readonly mark: string | undefined; readonly runs: Runs },
    line: number,
  ): string {
    const wanted = part.level + 1
    const closed = this.closeLists(wanted)
    let opened = ''
    while (this.depth < wanted) {
      opened += this.depth > 0 && opened !== '' ? '<li class="holder"><ul>' : '<ul>'
      this.depth++
    }
    const between = opened === '' ? '</li>' : ''
    const mark = part.mark === undefined ? '' : `<span class="mark">${htmlText(part.mark)}</span> `
    const lettered = part.mark === undefined ? '' : ' class="lettered"'
    return `${closed}${between}${opened}<li${lettered} data-line="${line}">${mark}${runsHtml(part.runs)}`
  }

  /** Closes lists until `depth` are open. */
  private closeLists(depth: number): string {
    let closed = ''
    while (this.depth > depth) {
      closed += '</li></ul>'
      this.depth--
    }
    return closed
  }

  private table({ header, rows, endLine }: TablePart, at: string): string {
    const all = rows.map((row, index) => {
      const isHead = header && index === 0
      // Those of a row come directly after it.
      const notes = this.rowNotes(row, rows[index + 1]?.line ?? endLine)
      return `<tr${row.group ? ' class="group"' : ''} data-line="${row.line}">${isHead ? headCells(row) : rowCells(row)}</tr>${notes}`
    })
    const [first = '', ...others] = all
    const head = header ? `<thead>${first}</thead>` : ''
    return `<table${at}>${head}<tbody>${(header ? others : all).join('')}</tbody></table>`
  }

  /** The notes on a row, in a row of their own; each says which row it is about. */
  private rowNotes({ cells }: TableRow, end: number): string {
    const notes = notesHtml(this.notesBefore(end), plainText(cells[0] ?? []))
    return notes === ''
      ? ''
      : `<tr class="problems-of-row"><td colspan="${Math.max(1, cells.length)}">${notes}</td></tr>`
  }

  /** The notes on lines before `line`: they belong to the part that was written last. */
  private margin(line: number): string {
    return notesHtml(this.notesBefore(line))
  }

  private notesBefore(line: number): readonly MarginNote[] {
    const found: MarginNote[] = []
    for (
      let note = this.notes[this.nextNote];
      note !== undefined;
      note = this.notes[this.nextNote]
    ) {
      // Anything before the first part is shown with it.
      if (note.line >= line || !this.hasPart) break
      found.push(note)
      this.nextNote++
    }
    return found
  }

  /** An id that no other element has, since paragraph numbers may repeat. */
  private unique(id: string): string {
    let name = id
    let count = this.asked.get(id) ?? 0
    do {
      count++
      name = count === 1 ? id : `${id}-${count}`
    } while (this.ids.has(name))
    this.asked.set(id, count)
    this.ids.add(name)
    return name
  }
}

/** Notes beside a part of the report; `row` is the title of the table's row that they are about. */
function notesHtml(notes: readonly MarginNote[], row = ''): string {
  if (notes.length === 0) return ''
  const items = notes.map(({ kind, severity, message, line }) => {
    const name = row === '' ? kind : `${kind} – ${row}`
    return `<p class="problem ${severity}" data-goes-to="${line}"><b>${htmlText(name)}:</b> ${htmlText(message)}</p>`
  })
  return `<div class="problems" role="note" aria-label="${htmlText(l10n.t('Problems'))}">${items.join('')}</div>`
}

function headCells({ cells }: TableRow): string {
  return cells.map(cell => cellHtml('th scope="col"', cell)).join('')
}

function rowCells({ cells, group }: TableRow): string {
  if (group) {
    const words = cells.map(runsHtml).filter(each => each !== '')
    return `<th scope="rowgroup" colspan="${cells.length}">${words.join(' ')}</th>`
  }
  const [label = [], ...values] = cells
  if (values.length === 0) return cellHtml('td', label)
  return cellHtml('th scope="row"', label) + values.map(cell => cellHtml('td', cell)).join('')
}

/** A cell; an empty title cell names nothing, so it is an ordinary cell. */
function cellHtml(element: string, runs: Runs): string {
  const start = runs.length === 0 ? 'td' : element
  return `<${start}>${runsHtml(runs)}</${start.split(' ')[0]}>`
}

function runsHtml(runs: Runs): string {
  return runs.map(runHtml).join('')
}

function runHtml({ text, bold, italic, open }: Run): string {
  let html = htmlText(text).replace(/\[\^(\d{1,3})\]:?/g, '<sup>$1</sup>')
  if (open === true) html = `<mark>${html}</mark>`
  if (italic === true) html = `<em>${html}</em>`
  if (bold === true) html = `<strong>${html}</strong>`
  return html
}
