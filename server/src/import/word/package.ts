/** Opens a Word file: an archive of XML parts that refer to each other. */

import * as l10n from '@vscode/l10n'
import type { Steps } from '../../text/steps'
import type { Budget } from '../budget'
import { ImportError } from '../import-error'
import { emptyFile } from '../refusals'
import { Archive, ArchiveError } from './archive'
import { child, children, type Node, readXml } from './xml'

/** The addresses outside a document that the text of a part refers to, by their ids. */
export type Links = ReadonlyMap<string, string>

export interface LinkedPart {
  readonly node: Node | undefined
  readonly links: Links
}

export interface WordPackage {
  /** The name of the part that holds the text. */
  readonly name: string
  readonly document: Node
  /** A part that the document refers to, by the end of its type: `styles`, `numbering`, `comments`. */
  part(type: string): Steps<Node | undefined>
  readonly links: Links
  /** A part with links of its own: `footnotes`. */
  linked(type: string): Steps<LinkedPart>
  /** All parts of a type, each once: `header`, `footer`. */
  parts(type: string): Steps<readonly Node[]>
}

/** Throws an `ImportError` for a file that is not a Word document, or that costs more than the budget allows. */
export function* openWord(bytes: Uint8Array, budget: Budget): Steps<WordPackage> {
  if (bytes.length === 0) throw new ImportError(emptyFile())
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ImportError(
      l10n.t(
        'This is an old Word file (.doc), or it has a password. Save it in Word as a .docx without a password, and import that.',
      ),
    )
  const archive = opened(bytes)
  const main = targetsOf(yield* read(archive, packageRelations, budget), '')
  const name = main.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const document = yield* read(archive, name, budget)
  if (document === undefined && archive.has('content.xml'))
    throw new ImportError(
      l10n.t(
        'This is an OpenDocument text (.odt). Save it as a Word document (.docx), and import that.',
      ),
    )
  if (document === undefined || child(document, 'w:body') === undefined)
    throw new ImportError(
      l10n.t('This is not a Word document (.docx). Choose a .docx, .pdf or .txt file.'),
    )
  const related = yield* read(archive, relationsPart(name), budget)
  const targets = targetsOf(related, folderOf(name))
  function* parts(type: string): Steps<readonly Node[]> {
    const names = targets.filter(each => each.type === type).map(({ target }) => target)
    const nodes: Node[] = []
    for (const each of new Set(names)) {
      const node = yield* read(archive, each, budget)
      if (node !== undefined) nodes.push(node)
    }
    return nodes
  }
  function* part(type: string): Steps<Node | undefined> {
    const target = targets.find(each => each.type === type)?.target
    return target === undefined ? undefined : yield* read(archive, target, budget)
  }
  function* linked(type: string): Steps<LinkedPart> {
    const target = targets.find(each => each.type === type)?.target
    if (target === undefined) return { node: undefined, links: new Map() }
    const node = yield* read(archive, target, budget)
    return { node, links: linksOf(yield* read(archive, relationsPart(target), budget)) }
  }
  return { name, document, links: linksOf(related), parts, part, linked }
}

/** The parts of a Word document that belong to its text. */
export interface Parts {
  readonly styles: Node | undefined
  readonly numbering: Node | undefined
  readonly comments: Node | undefined
  readonly commentsExtended: Node | undefined
  readonly footnotes: LinkedPart
  readonly endnotes: LinkedPart
  readonly links: Links
  /** Page headers and footers. */
  readonly furniture: readonly Node[]
}

/** Reads them. Throws an `ImportError` for a damaged part, or where there is too much to read. */
export function* partsOf(word: WordPackage): Steps<Parts> {
  return {
    styles: yield* word.part('styles'),
    numbering: yield* word.part('numbering'),
    comments: yield* word.part('comments'),
    commentsExtended: yield* word.part('commentsExtended'),
    footnotes: yield* word.linked('footnotes'),
    endnotes: yield* word.linked('endnotes'),
    links: word.links,
    furniture: [...(yield* word.parts('header')), ...(yield* word.parts('footer'))],
  }
}

/** The archive of a Word file. Throws an `ImportError` for a file that is not a zip. */
export function opened(bytes: Uint8Array): Archive {
  try {
    return new Archive(bytes)
  } catch (error) {
    throw new ImportError(
      l10n.t(
        'This file is damaged, or not a Word document (.docx). Open it in Word, save it again, and import that.',
      ),
      { cause: error },
    )
  }
}

/** The part that says what the package as a whole refers to. */
export const packageRelations = '_rels/.rels'

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)

/** The part that says what another part refers to. */
export function relationsPart(name: string): string {
  const folder = folderOf(name)
  return `${folder}_rels/${name.slice(folder.length)}.rels`
}

/** A reference of a part to another one. */
export interface Relation {
  readonly id: string
  /** The end of its kind, such as `comments`, and the whole of it. */
  readonly type: string
  readonly kind: string
  /** The name of the part that is referred to. */
  readonly target: string
}

/** What a part refers to inside the file. */
export function* relationsOf(
  archive: Archive,
  name: string,
  budget: Budget,
): Steps<readonly Relation[]> {
  return targetsOf(yield* read(archive, relationsPart(name), budget), folderOf(name))
}

/** The tree of a part; undefined where there is no such part. */
export function* read(archive: Archive, name: string, budget: Budget): Steps<Node | undefined> {
  budget.enter(name)
  try {
    const bytes = yield* archive.read(name, budget)
    return bytes === undefined ? undefined : yield* readXml(bytes, budget)
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ImportError(
      l10n.t(
        'The part "{0}" of this Word document is damaged, or longer than the file says. Open it in Word, save it again, and import that.',
        name,
      ),
      { cause: error },
    )
  }
}

function linksOf(relations: Node | undefined): Links {
  return new Map(
    children(relations, 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .filter(({ attributes: { Type = '' } }) => Type.endsWith('/hyperlink'))
      .map(({ attributes: { Id = '', Target = '' } }) => [Id, Target] as const),
  )
}

function targetsOf(relations: Node | undefined, folder: string): readonly Relation[] {
  return children(relations, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      kind: Type,
      target: Target.startsWith('/') ? Target.slice(1) : folder + Target,
    }))
}
