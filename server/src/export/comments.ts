/** Notes of a draft as comments of the Word document, at the words that they are after. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Report } from '../report/model'
import { htmlText } from '../text/escape'
import { singleSpaced } from '../text/spaces'
import type { Span } from '../text/span'
import type { Comment, Part, PlacedPart, Runs } from './document'

/** A comment, and where its note is in the draft. */
export interface PlacedComment extends Span {
  readonly comment: Comment
}

/** Beyond what a template numbers its own comments. */
const firstId = 100_000

/** The notes of the report as comments, in their order. */
export function commentsOf({ notes }: Report): readonly PlacedComment[] {
  return notes.map(({ span, author, date, text }, at) => ({
    ...span,
    comment: { id: firstId + at, author, date, text: singleSpaced(text.text).trim() },
  }))
}

/**
 * The parts with the comments that none of them has, such as those on lines of their own: each at the end of the
 * part before it, or of the first one.
 */
export function withLeftComments(
  placed: readonly PlacedPart[],
  comments: readonly PlacedComment[],
  lineAt: (offset: number) => number,
): readonly PlacedPart[] {
  const there = new Set(placed.flatMap(({ part }) => runsOf(part)).flatMap(idsOf))
  const parts = [...placed]
  for (const { comment, start } of comments) {
    if (there.has(comment.id)) continue
    const line = lineAt(start)
    const isFit = (each: PlacedPart) => each.part.kind !== 'contents'
    const before = parts.findLastIndex(each => each.line <= line && isFit(each))
    const at = before === -1 ? parts.findIndex(isFit) : before
    const last = parts[at]
    if (last !== undefined) parts[at] = { ...last, part: withComment(last.part, comment) }
  }
  return parts
}

/** All the comments that the parts have, in their order. */
export function commentsIn(parts: readonly Part[]): readonly Comment[] {
  const all = parts.flatMap(part => runsOf(part)).flatMap(({ comments = [] }) => comments)
  return [...new Map(all.map(each => [each.id, each])).values()]
}

const idsOf = ({ comments = [] }: Runs[number]) => comments.map(({ id }) => id)

function runsOf(part: Part): Runs {
  if (part.kind === 'contents') return []
  const runs = part.kind === 'table' ? part.rows.flatMap(({ cells }) => cells.flat()) : part.runs
  return runs.flatMap(run => [run, ...(run.footnote ?? [])])
}

function withComment(part: Part, comment: Comment): Part {
  const more = { text: '', comments: [comment] }
  if (part.kind === 'contents') return part
  if (part.kind !== 'table') return { ...part, runs: [...part.runs, more] }
  const [first, ...rows] = part.rows
  if (first === undefined) return part
  const [cell = [], ...cells] = first.cells
  return { ...part, rows: [{ ...first, cells: [[...cell, more], ...cells] }, ...rows] }
}

const part = 'word/comments.xml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * The Word document with what its comments say, to which its text refers. The library would give the day of the
 * export to those whose day nobody knows, and has none for templates.
 */
export function withCommentsPart(bytes: Uint8Array, comments: readonly Comment[]): Uint8Array {
  if (comments.length === 0) return bytes
  const files = unzipSync(bytes)
  const written = comments.map(commentXml).join('')
  const own = files[part]
  if (own === undefined) {
    files[part] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${space}">${written}</w:comments>`,
    )
    change(files, 'word/_rels/document.xml.rels', xml =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="reportComments" Type="${relation}" Target="comments.xml"/></Relationships>`,
      ),
    )
    change(files, '[Content_Types].xml', xml =>
      xml.replace('</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`),
    )
  } else
    files[part] = strToU8(strFromU8(own).replace('</w:comments>', () => `${written}</w:comments>`))
  return zipSync(files, { level: 6 })
}

function change(files: Record<string, Uint8Array>, name: string, by: (xml: string) => string) {
  files[name] = strToU8(by(strFromU8(files[name] ?? new Uint8Array())))
}

function commentXml({ id, author, date, text }: Comment): string {
  const day = date === undefined ? '' : ` w:date="${date}T00:00:00Z"`
  const named = `w:author="${htmlText(author)}" w:initials="${htmlText(initialsOf(author))}"`
  return `<w:comment w:id="${id}" ${named}${day}><w:p><w:r><w:t xml:space="preserve">${htmlText(text)}</w:t></w:r></w:p></w:comment>`
}

/** `AB` for "Ann Bell"; initials stay as they are. */
function initialsOf(author: string): string {
  const words = author.split(' ').filter(Boolean)
  return words.length === 1 ? author.slice(0, 9) : words.map(each => each.charAt(0)).join('')
}
