/** Reads XML into a tree that keeps the order of what stands in it. */

import { XMLParser } from 'fast-xml-parser'

/** An element, or a piece of text (`name` is then empty). */
export interface Node {
  /** With its prefix: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  /** Of a piece of text only. */
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // The reader leaves references to characters by number; all are read here, each once.
  processEntities: false,
})

type Raw = Readonly<Record<string, unknown>>

/** The root element; an empty one for a text that has none. Throws for what is no XML. */
export function readXml(bytes: Uint8Array): Node {
  const raw = parser.parse(new TextDecoder().decode(bytes)) as readonly Raw[]
  const root = raw.findLast(each => !/^(?:\?|#|$)/.test(nameOf(each)))
  return root === undefined ? nothing : nodeOf(root, renamedIn(root))
}

/** The prefixes that Word gives the namespaces of its documents, by how these end in both generations. */
const usualPrefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml(?:\/2006)?\/picture$/, 'pic'],
  [/\/officeDocument(?:\/2006)?\/math$/, 'm'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/\/package\/2006\/relationships$/, ''],
]

/** Prefixes that another program has chosen, with those that Word would have written. */
function renamedIn(root: Raw): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const [key, value] of Object.entries((root[':@'] as Raw | undefined) ?? {})) {
    const own = /^xmlns(?::(.*))?$/.exec(key)
    if (own === null) continue
    const usual = usualPrefixes.find(([end]) => end.test(String(value)))?.[1]
    if (usual !== undefined && usual !== (own[1] ?? '')) renamed.set(own[1] ?? '', usual)
  }
  return renamed
}

function renamedName(name: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return name
  const at = name.indexOf(':')
  const usual = renamed.get(at === -1 ? '' : name.slice(0, at))
  if (usual === undefined) return name
  return usual === '' ? name.slice(at + 1) : `${usual}:${name.slice(at + 1)}`
}

const nameOf = (raw: Raw) => Object.keys(raw).find(key => key !== ':@') ?? ''

const nothing: Node = { name: '', attributes: {}, children: [], text: '' }

function nodeOf(raw: Raw, renamed: ReadonlyMap<string, string>): Node {
  const name = nameOf(raw)
  if (name === '#text') return { ...nothing, text: decoded(String(raw[name])) }
  const attributes: Record<string, string> = {}
  // Unlike an element, an attribute without a prefix is in no namespace.
  for (const [key, value] of Object.entries((raw[':@'] as Raw | undefined) ?? {}))
    attributes[key.includes(':') ? renamedName(key, renamed) : key] = decoded(String(value))
  const children = ((raw[name] as readonly Raw[]) ?? []).map(each => nodeOf(each, renamed))
  return { name: renamedName(name, renamed), attributes, children, text: '' }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, digits, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The first child of that name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find(each => each.name === name)
}

/** All children of that name. */
export function children(node: Node | undefined, name: string): readonly Node[] {
  return node?.children.filter(each => each.name === name) ?? []
}

/** The attribute `w:val` of the child: `<w:numId w:val="3"/>`. */
export function settingOf(node: Node | undefined, name: string): string | undefined {
  return child(node, name)?.attributes['w:val']
}

/** Is the child there and not switched off: `<w:b/>`, but not `<w:b w:val="0"/>`? */
export function isOn(node: Node | undefined, name: string): boolean {
  const found = child(node, name)
  return found !== undefined && !/^(?:0|false|off)$/.test(found.attributes['w:val'] ?? '1')
}

/** Nodes of that name, however deep, those inside one of them left out. */
export function descendants(node: Node, name: string): Node[] {
  if (node.name === 'mc:Fallback') return []
  return node.children.flatMap(each => (each.name === name ? [each] : descendants(each, name)))
}

/** All text in the node, however deep. */
export function textIn(node: Node): string {
  return node.name === '' ? node.text : node.children.map(textIn).join('')
}
