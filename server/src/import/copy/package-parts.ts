/** Parts of a Word file that something is added to, and new ones, which the file has to know of. */

import { decodeXml, encodeXml } from '../../text/decode'
import { xmlAttribute } from '../../text/escape'
import type { Steps } from '../../text/steps'
import type { Budget } from '../budget'
import { type Archive, ArchiveError } from '../word/archive'
import { type Relation, relationsPart } from '../word/package'

/** The XML of a part; `like` are its bytes as they were, which say in which encoding it is written again. */
export interface Part {
  readonly name: string
  readonly xml: string
  readonly like: Uint8Array
}

/** The part as text. Throws an `ArchiveError` where it is not there, or could not be written again byte for byte. */
export function* textPart(archive: Archive, name: string, budget: Budget): Steps<Part> {
  budget.enter(name)
  const like = yield* archive.read(name, budget)
  if (like === undefined) throw new ArchiveError(`no ${name}`)
  const xml = decodeXml(like)
  const again = encodeXml(xml, like)
  yield
  if (again.length !== like.length || again.some((byte, at) => byte !== like[at]))
    throw new ArchiveError(`${name} has characters that cannot be read`)
  return { name, xml, like }
}

/** Changed and new parts by their names, as they are written into the file. */
export type ChangedParts = Map<string, Uint8Array>

/** Notes that a part has other XML now. */
export function change(parts: ChangedParts, { name, like }: Part, xml: string): void {
  parts.set(name, encodeXml(xml, like))
}

/** The XML with more at the end of its root element. Throws an `ArchiveError` for a text that has none. */
export function withMore(xml: string, more: string): string {
  const close = xml.lastIndexOf('</')
  if (close !== -1) return xml.slice(0, close) + more + xml.slice(close)
  const empty = xml.lastIndexOf('/>')
  const [, name] = /^<([^\s/]+)/.exec(xml.slice(xml.lastIndexOf('<'))) ?? []
  if (empty === -1 || name === undefined) throw new ArchiveError('no root')
  return `${xml.slice(0, empty)}>${more}</${name}>${xml.slice(empty + 2)}`
}

/** A part that the file does not have yet. */
export interface NewPart {
  /** `comments`: what it is called, and the end of the kind of reference to it. */
  readonly type: string
  readonly contentType: string
  readonly xml: string
}

/** The file around a part that refers to others. */
export interface Surroundings {
  readonly archive: Archive
  readonly budget: Budget
  /** The part that refers to the new one, and what it refers to already. */
  readonly main: string
  readonly relations: readonly Relation[]
  /** What kinds of reference begin with. */
  readonly kinds: string
}

/** Adds the part, in UTF-8, beside the one that refers to it. */
export function* addPart(
  parts: ChangedParts,
  { archive, budget, main, relations, kinds }: Surroundings,
  { type, contentType, xml }: NewPart,
): Steps<void> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const dangling = relations.find(each => each.type === type)
  const target = dangling?.target ?? freeName(archive, `${folder}${type}`)
  parts.set(target, new TextEncoder().encode(xml))
  if (dangling === undefined) {
    const part = yield* textPart(archive, relationsPart(main), budget)
    const id = freeId(new Set(relations.map(each => each.id)), part.xml)
    const attributes = { Id: id, Type: kinds + type, Target: target.slice(folder.length) }
    change(parts, part, withMore(part.xml, element(part.xml, 'Relationship', attributes)))
  }
  const types = yield* textPart(archive, '[Content_Types].xml', budget)
  // What refers to a part that is missing may have its kind already.
  if ([`"/${target}"`, `'/${target}'`].some(name => types.xml.includes(name))) return
  const attributes = { PartName: `/${target}`, ContentType: contentType }
  change(parts, types, withMore(types.xml, element(types.xml, 'Override', attributes)))
}

/** `word/comments.xml`, or with a number if there is one already, which nothing refers to. */
function freeName(archive: Archive, bare: string): string {
  for (let count = 1; ; count++) {
    const name = `${bare}${count === 1 ? '' : count}.xml`
    if (!archive.has(name)) return name
  }
}

/** An id that the XML does not mention, since references to things outside the file have one too. */
function freeId(taken: ReadonlySet<string>, xml: string): string {
  for (let count = taken.size + 1; ; count++) {
    const id = `rId${count}`
    if (!taken.has(id) && !xml.includes(`"${id}"`) && !xml.includes(`'${id}'`)) return id
  }
}

/** An element in the namespace that the root has without a prefix, or with one. */
function element(xml: string, name: string, attributes: Readonly<Record<string, string>>): string {
  const [, prefix = ''] = /<([\w.-]+:)?(?:Types|Relationships)[\s/>]/.exec(xml) ?? []
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`)
  return `<${prefix}${name}${words.join('')}/>`
}
