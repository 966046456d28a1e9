/**
 * Reads XML into a tree that keeps the order of its contents: in steps and within a budget, which takes a parser
 * that reports what it meets instead of handing over a finished tree.
 */

import { SaxesParser } from 'saxes'
import { decodeXml } from '../../text/decode'
import type { Steps } from '../../text/steps'
import type { Budget } from '../budget'

/** An element, or a piece of text (`name` is then empty). */
export interface Node {
  /** With its prefix: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  /** Only for a piece of text. */
  readonly text: string
}

/** Letters that are read in one step. */
const lettersInStep = 50_000

/** This many attributes cost as much as an element. */
const attributesInElement = 4

/**
 * The root element; an empty one for a text that has none. Throws an `Error` for a text that is not XML or is
 * damaged, and an `ImportError` where it costs more than the budget allows.
 */
export function* readXml(bytes: Uint8Array, budget: Budget): Steps<Node> {
  const xml = decodeXml(bytes)
  yield
  const tree = new Tree(budget)
  const parser = new SaxesParser()
  parser.on('attribute', () => tree.attribute())
  parser.on('opentag', ({ name, attributes, isSelfClosing }) =>
    tree.start(name, attributes, isSelfClosing),
  )
  parser.on('closetag', () => tree.end())
  parser.on('text', text => tree.text(text))
  parser.on('cdata', text => tree.characters(text))
  for (let at = 0; at < xml.length; at += lettersInStep) {
    parser.write(xml.slice(at, at + lettersInStep))
    yield
  }
  if (xml.length > 0) parser.close()
  return tree.root ?? nothing
}

/** An element some of whose children are still to come. */
type Growing = Node & { readonly children: Node[] }

/** The tree that is built from what the parser meets, with each element and piece of text counted. */
class Tree {
  root: Node | undefined
  private readonly open: Growing[] = []
  private renamed: ReadonlyMap<string, string> = new Map()
  /** Names by their spelling, so that each is kept only once. */
  private readonly names = new Map<string, string>()
  /** White space that is text only if the element ends after it. */
  private space = ''
  /** The attributes of the element that is about to start. */
  private attributes = 0

  constructor(private readonly budget: Budget) {}

  attribute(): void {
    this.attributes++
    if (this.attributes % attributesInElement === 0) this.budget.spend('elements')
  }

  start(written: string, attributes: Record<string, string>, isEmpty: boolean): void {
    this.space = ''
    const parent = this.open.at(-1)
    this.budget.spend('elements')
    if (parent === undefined) this.renamed = prefixesOf(attributes)
    const node: Growing = {
      name: this.nameOf(written),
      attributes: this.attributes === 0 ? none : this.renamedKeys(attributes),
      // Most elements have no children.
      children: isEmpty ? (noChildren as Node[]) : [],
      text: '',
    }
    if (parent === undefined) this.root = node
    else parent.children.push(node)
    this.attributes = 0
    this.open.push(node)
    this.budget.descend(this.open.length)
  }

  end(): void {
    const ended = this.open.pop()
    if (ended !== undefined && ended.children.length === 0 && this.space !== '')
      this.push(ended, this.space)
    this.space = ''
  }

  /** White space between elements is not text. */
  text(text: string): void {
    const parent = this.open.at(-1)
    if (parent === undefined) return
    if (text.trim() === '') this.space = text
    else this.push(parent, text)
  }

  /** Characters that are text whatever they are. */
  characters(text: string): void {
    const parent = this.open.at(-1)
    if (parent !== undefined) this.push(parent, text)
  }

  private push(parent: Growing, text: string): void {
    this.budget.spend('elements')
    this.budget.deliver(text.length)
    parent.children.push({ ...nothing, text })
  }

  private nameOf(written: string): string {
    const known = this.names.get(written)
    if (known !== undefined) return known
    const name = usualName(written, this.renamed)
    this.names.set(written, name)
    return name
  }

  private renamedKeys(attributes: Record<string, string>): Record<string, string> {
    if (this.renamed.size === 0) return { ...attributes }
    // Unlike an element, an attribute without a prefix is not in any namespace.
    return Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [
        key.includes(':') ? usualName(key, this.renamed) : key,
        value,
      ]),
    )
  }
}

const none: Record<string, string> = {}
const noChildren: readonly Node[] = []
const nothing: Node = { name: '', attributes: none, children: noChildren, text: '' }

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
export function prefixesOf(root: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const [key, value] of Object.entries(root)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    const own = key.slice('xmlns:'.length)
    const usual = usualPrefixes.find(([end]) => end.test(value))?.[1]
    if (usual !== undefined && usual !== own) renamed.set(own, usual)
  }
  return renamed
}

/** The name with the prefix that Word would have written. */
export function usualName(name: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return name
  const at = name.indexOf(':')
  const usual = renamed.get(at === -1 ? '' : name.slice(0, at))
  if (usual === undefined) return name
  return usual === '' ? name.slice(at + 1) : `${usual}:${name.slice(at + 1)}`
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

/** Nodes of that name, however deeply nested, except those inside one of them. */
export function descendants(node: Node, name: string): Node[] {
  if (node.name === 'mc:Fallback') return []
  return node.children.flatMap(each => (each.name === name ? [each] : descendants(each, name)))
}

/** All the text in the node, however deeply nested. */
export function textIn(node: Node): string {
  return node.name === '' ? node.text : node.children.map(textIn).join('')
}
