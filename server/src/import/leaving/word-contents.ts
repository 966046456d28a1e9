/** A Word document before it leaves the house: its text, and what it carries besides. */

import * as l10n from '@vscode/l10n'
import type { FileContents, FileTrace } from '../../features/leaving/file-traces'
import { append } from '../../text/lists'
import type { Span } from '../../text/span'
import type { Steps } from '../../text/steps'
import { Budget } from '../budget'
import { wordRefusal } from '../refusals'
import type { Archive } from '../word/archive'
import { plainText } from '../word/inline'
import { isActive, isAddress, isClickable } from '../word/outside'
import { opened, read } from '../word/package'
import { around } from '../word/placed-xml'
import { Styles } from '../word/styles'
import { children, type Node } from '../word/xml'
import { tracedReading, type WordOrigins } from '../word-origins'
import { commentWhat, type PartContext, type PartTrace, partTraces } from './part-traces'
import { label, propertiesIn, variablesIn } from './word-properties'

export interface FileToLeave {
  /** As it is checked. */
  readonly text: string
  readonly contents: FileContents
}

/** Reads the document and everything beside its text. Throws an `ImportError` as the reading does. */
export function* wordToLeave(bytes: Uint8Array): Steps<FileToLeave> {
  const traced = yield* tracedReading(bytes)
  const traces = yield* new Package(bytes, traced).traces()
  return { text: traced.text, contents: { kind: 'word', traces, isTyped: typedIn(traced) } }
}

/** Is it written in the document itself: not a comment, nor a note for what is highlighted? */
function typedIn(traced: WordOrigins): (note: Span) => boolean {
  return note => traced.originsIn(note).some(({ element }) => element.name === 'w:t')
}

/** A relation from a part to another, or to somewhere outside. */
interface Related {
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

class Package {
  private readonly archive: Archive
  private readonly budget = new Budget(wordRefusal)
  private readonly found: FileTrace[] = []
  private readonly people = new Set<string>()

  constructor(
    bytes: Uint8Array,
    private readonly traced: WordOrigins & { readonly text: string },
  ) {
    this.archive = opened(bytes)
  }

  *traces(): Steps<readonly FileTrace[]> {
    const { traced, archive } = this
    const related: Related[] = []
    for (const name of archive.names)
      if (name.toLowerCase().endsWith('.rels')) append(related, yield* this.relations(name))
    const inside = related.filter(({ isOutside }) => !isOutside)
    yield* this.texts(traced.part, inside)
    this.relationTraces(related)
    for (const { type, target } of inside) {
      const root = propertyTypes.has(type) ? yield* read(archive, target, this.budget) : undefined
      if (root === undefined) continue
      if (type === 'settings') this.properties(variablesIn(root))
      else if (type === 'people') this.addPeople(root)
      else if (type === 'classificationlabels') this.properties([label()])
      else this.properties(propertiesIn(type, root))
    }
    if (inside.some(({ type }) => type === 'thumbnail'))
      this.properties([{ what: l10n.t('A picture of the first page'), words: '' }])
    if (this.people.size > 0) {
      const what = l10n.t('Names of those who changed or commented it')
      this.properties([{ what, words: [...this.people].join(', ') }])
    }
    return this.found
  }

  private *relations(name: string): Steps<readonly Related[]> {
    const root = yield* read(this.archive, name, this.budget)
    const owner = name.replace(/_rels\/(?=[^/]*$)/, '')
    const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
    return children(root, 'Relationship').map(({ attributes }) => {
      const { Type = '', Target = '', TargetMode = '' } = attributes
      const isOutside = TargetMode.toLowerCase() === 'external' || isAddress(Target)
      const path = Target.startsWith('/') ? Target.slice(1) : withoutDots(`${folder}${Target}`)
      return {
        type: isOutside || isActive(Type) ? Type : Type.slice(Type.lastIndexOf('/') + 1),
        target: isOutside ? Target : path,
        isOutside,
      }
    })
  }

  /** What is in the parts that hold text, each with its place. */
  private *texts(main: string, inside: readonly Related[]): Steps<void> {
    const all = (type: string) => [
      ...new Set(inside.filter(each => each.type === type).map(({ target }) => target)),
    ]
    const [styles] = all('styles')
    const comments = new Map<string, Node>()
    for (const name of all('comments'))
      for (const each of children(yield* read(this.archive, name, this.budget), 'w:comment'))
        comments.set(each.attributes['w:id'] ?? '', each)
    const context: PartContext = {
      styles: new Styles(
        styles === undefined ? undefined : yield* read(this.archive, styles, this.budget),
      ),
      comments,
      referredTo: new Set(),
      people: this.people,
    }
    const document = yield* read(this.archive, main, this.budget)
    if (document !== undefined) {
      const placeOf = yield* placesOfParagraphs(this.traced)
      for (const each of partTraces(document, context)) this.add(each, placeOf(each.paragraph), '')
    }
    const others: readonly (readonly [string, string])[] = [
      ['header', l10n.t('Page header')],
      ['footer', l10n.t('Page footer')],
      ['footnotes', l10n.t('Footnote')],
      ['endnotes', l10n.t('Endnote')],
      ['glossaryDocument', l10n.t('Building block')],
    ]
    for (const [type, where] of others)
      for (const name of all(type)) {
        const root = yield* read(this.archive, name, this.budget)
        if (root === undefined) continue
        const isFurniture = type === 'header' || type === 'footer'
        for (const each of partTraces(root, context, { isFurniture }))
          this.add(each, undefined, where)
      }
    for (const [id, comment] of comments) {
      const author = comment.attributes['w:author']?.trim() ?? ''
      if (author !== '') this.people.add(author)
      if (context.referredTo.has(id)) continue
      const trace = {
        kind: 'comments',
        what: commentWhat(comment),
        words: plainText(comment),
      } as const
      this.found.push({ ...trace, at: undefined, where: l10n.t('At no words') })
    }
  }

  private add({ kind, what, words }: PartTrace, at: number | undefined, where: string): void {
    const isKnown =
      where !== '' &&
      this.found.some(
        each =>
          each.kind === kind && each.where === where && each.words === words && each.what === what,
      )
    // Word has a header of its own for each kind of page.
    if (!isKnown) this.found.push({ kind, what, words, at, where })
  }

  private properties(all: readonly Pick<FileTrace, 'what' | 'words'>[]): void {
    for (const each of all)
      this.found.push({ ...each, kind: 'properties', at: undefined, where: '' })
  }

  private addPeople(root: Node): void {
    for (const { attributes } of children(root, 'w15:person')) {
      const author = attributes['w15:author']?.trim() ?? ''
      if (author !== '') this.people.add(author)
    }
  }

  /** What leads outside, and files and programs inside. */
  private relationTraces(related: readonly Related[]): void {
    const seen = new Set<string>()
    for (const { type, target, isOutside } of related) {
      const trace = relationTrace(type, target, isOutside)
      if (trace === undefined || seen.has(`${trace.what} ${trace.words}`)) continue
      seen.add(`${trace.what} ${trace.words}`)
      this.found.push({ ...trace, at: undefined, where: '' })
    }
  }
}

/** Relations to parts that are read for what is stored beside the text. */
const propertyTypes: ReadonlySet<string> = new Set([
  'core-properties',
  'extended-properties',
  'custom-properties',
  'customXml',
  'settings',
  'people',
  'classificationlabels',
])

function relationTrace(
  type: string,
  target: string,
  isOutside: boolean,
): Pick<FileTrace, 'kind' | 'what' | 'words'> | undefined {
  if (isOutside) {
    if (isClickable(type, target)) return undefined
    const what = type.endsWith('/attachedTemplate')
      ? l10n.t('Where its template is')
      : type.endsWith('/hyperlink')
        ? l10n.t('A link leads to')
        : l10n.t('It fetches something from')
    return { kind: 'fetching', what, words: target }
  }
  if (isActive(type))
    return { kind: 'embedded', what: l10n.t('A program or add-in'), words: target }
  if (type === 'package' || type === 'oleObject')
    return { kind: 'embedded', what: l10n.t('A file inside'), words: target }
  return undefined
}

/** `word/../docProps/app.xml` as `docProps/app.xml`. */
function withoutDots(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Where a paragraph of the document, counted by its start tag, is in the text that was read; for one that is not
 * there, because all of it was deleted, where the one before it is.
 */
function* placesOfParagraphs(
  traced: WordOrigins & { readonly text: string },
): Steps<(paragraph: number) => number | undefined> {
  const { text, elements } = traced
  const numbers = new Map(
    elements.filter(({ name }) => name === 'w:p').map((element, number) => [element, number]),
  )
  const places: (number | undefined)[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    for (const { element } of traced.originsIn({ start, end: stop })) {
      const paragraph = [element, ...around(element)].find(({ name }) => name === 'w:p')
      const number = paragraph && numbers.get(paragraph)
      if (number !== undefined) places[number] ??= start
    }
    start = stop + 1
    yield
  }
  return paragraph => {
    for (let at = paragraph; at >= 0; at--) if (places[at] !== undefined) return places[at]
    return undefined
  }
}
