/** Reads a type file: its YAML as a value, and where each part of it is in the file. */

import * as l10n from '@vscode/l10n'
import { distance } from 'fastest-levenshtein'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Span } from '../text/span'
import { didYouMean, keyWithoutValue, missingKey, shouldBe, unknownKey, yamlFault } from './faults'
import type { Key, KeysShape, Shape } from './format'

/** Something wrong in a type file. */
export interface TypeProblem extends Span {
  /** What is wrong and what to do. */
  readonly message: string
  /** With an error the type is not used; with a warning it is, without the part that is wrong. */
  readonly severity: 'error' | 'warning'
}

export interface ReadYaml {
  /** What the file says, in the shape asked for; undefined where there is an error. */
  readonly value: unknown
  readonly problems: TypeProblem[]
  /**
   * Where the value at a path such as `['sections', 0, 'title']` is; the nearest one around it where the file
   * has no such value.
   */
  spanOf(path: Path): Span
  /** Has a key of the mapping at the path been left out, which has already been reported? */
  isIncomplete(path: Path): boolean
}

export type Path = readonly (string | number)[]

/**
 * Reads a text as YAML of a certain shape. Never throws; what is wrong is in `problems`. With `usesRest` the value is
 * what fits of it, even if there is an error.
 */
export function readYaml(
  text: string,
  shape: KeysShape,
  { usesRest = false }: { readonly usesRest?: boolean } = {},
): ReadYaml {
  const reader = new Reader(text)
  const value = reader.read(shape)
  const { problems } = reader
  const isUsed = usesRest || !problems.some(({ severity }) => severity === 'error')
  return {
    value: isUsed ? value : undefined,
    problems,
    spanOf: path => reader.spanOf(path),
    isIncomplete: path => reader.isIncomplete(path),
  }
}

const nothing = Symbol('nothing')

class Reader {
  readonly problems: TypeProblem[] = []
  private readonly spans = new Map<string, Span>()
  private readonly incomplete = new Set<string>()
  /** Does the file's type extend another, so that parts of it may be left out? */
  private extends = false

  constructor(private readonly text: string) {}

  read(shape: KeysShape): unknown {
    const deep = tooDeep(this.text)
    if (deep !== undefined) {
      this.problem({ start: deep, end: deep + 1 }, yamlFault('UNEXPECTED_TOKEN'))
      return undefined
    }
    // The library compares each key with all those before it.
    const document = parseDocument(this.text, { prettyErrors: false, uniqueKeys: false })
    for (const key of secondKeys(document))
      this.problem(spanOfNode(key), yamlFault('DUPLICATE_KEY'))
    // Something that cannot be read makes everything after it hard to read too.
    const [first] = document.errors
    if (first !== undefined)
      this.problem({ start: first.pos[0], end: this.wordEnd(first.pos) }, yamlFault(first.code))
    if (document.contents === null) {
      if (document.errors.length === 0)
        this.problem(
          { start: 0, end: 0 },
          l10n.t('The file is empty. Write the id and name of a type.'),
        )
      return undefined
    }
    this.extends = isMap(document.contents) && document.contents.has('extends')
    const value = this.value(document.contents, shape, [])
    return value === nothing ? undefined : value
  }

  spanOf(path: Path): Span {
    for (let length = path.length; length > 0; length--) {
      const span = this.spans.get(keyOf(path.slice(0, length)))
      if (span !== undefined) return span
    }
    return { start: 0, end: 0 }
  }

  isIncomplete(path: Path): boolean {
    return this.incomplete.has(keyOf(path))
  }

  /** A place that the YAML reader gives is often one character: the whole word is marked. */
  private wordEnd([start, end]: readonly [number, number]): number {
    const word = /[\w-]+/y
    word.lastIndex = start
    return Math.max(end, start + (word.exec(this.text)?.[0].length ?? 1))
  }

  private problem(span: Span, message: string, severity: TypeProblem['severity'] = 'error'): void {
    const length = this.text.length
    const start = Math.min(span.start, length)
    const lineEnd = /[\r\n]/g
    lineEnd.lastIndex = start
    const last = lineEnd.exec(this.text)?.index ?? length
    const end = Math.max(start, Math.min(span.end, last))
    this.problems.push({ start, end, message, severity })
  }

  private value(node: ParsedNode | null, shape: Shape, path: Path): unknown {
    if (node !== null) this.spans.set(keyOf(path), spanOfNode(node))
    if (node === null || (isScalar(node) && node.value === null)) return null
    if (isAlias(node)) {
      this.problem(
        spanOfNode(node),
        l10n.t('References (*…) cannot be used here. Write the value itself.'),
      )
      return nothing
    }
    switch (shape.kind) {
      case 'keys':
        return isMap(node) ? this.keys(node, shape, path) : this.wrong(node, shape)
      case 'map':
        return isMap(node) ? this.map(node, shape.of, path) : this.wrong(node, shape)
      case 'list': {
        if (!isSeq(node)) return this.wrong(node, shape)
        if (shape.least === 1 && node.items.length === 0) return this.wrong(node, shape)
        return node.items.flatMap((item, at) => {
          const value = this.value(item as ParsedNode | null, shape.of, [...path, at])
          if (value !== null) return value === nothing ? [] : [value]
          this.problem(spanOfNode(item as ParsedNode | null, node), l10n.t('This entry is empty.'))
          return []
        })
      }
      case 'either': {
        const fits = shape.of.find(each => fault(node, each) === undefined)
        return fits === undefined ? this.wrong(node, shape) : this.value(node, fits, path)
      }
      default: {
        const wrong = fault(node, shape)
        if (wrong === undefined) return scalarValue(node as Scalar, shape)
        this.problem(spanOfNode(node), wrong)
        return nothing
      }
    }
  }

  private wrong(node: ParsedNode, shape: Shape): typeof nothing {
    this.problem(spanOfNode(node), shouldBe(shape))
    return nothing
  }

  private keys(node: YAMLMap.Parsed, shape: KeysShape, path: Path): unknown {
    const known = shape.keys()
    const result: Record<string, unknown> = {}
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const key = Object.hasOwn(known, name) ? known[name] : undefined
      if (key === undefined) {
        this.incomplete.add(keyOf(path))
        this.problem(
          spanOfNode(pair.key),
          unknownKey(name, Object.keys(known), nearest(name, Object.keys(known))),
          'warning',
        )
        continue
      }
      const value = this.value(pair.value, key.shape, [...path, name])
      if (value === null && !this.mayBeNull(path, name, key, pair)) continue
      if (value !== nothing) result[name] = value
    }
    this.missing(node, known, result, path)
    return result
  }

  /** Null removes an inherited key; elsewhere the value was forgotten. */
  private mayBeNull(
    path: Path,
    name: string,
    key: Key,
    pair: Pair<ParsedNode, ParsedNode | null>,
  ): boolean {
    const written =
      pair.value !== null && /^(?:null|~)$/i.test(String((pair.value as Scalar).source))
    const isTakenOver = !path.some(
      (step, at) => typeof step === 'number' && path[at - 1] !== 'editions',
    )
    const isNeeded = key.required === true || key.kept === true
    if (written && isTakenOver && !isNeeded) return true
    this.incomplete.add(keyOf(path))
    this.problem(
      spanOfNode(pair.key),
      keyWithoutValue(name, isNeeded),
      key.required === true && !this.mayLackKeys(path) ? 'error' : 'warning',
    )
    return false
  }

  /** Is the mapping part of a type that extends another, or of an edition, so that it need not say everything? */
  private mayLackKeys(path: Path): boolean {
    const isPart = path.length > 0 && !path.some(step => typeof step === 'number')
    const isEditionPart =
      path[0] === 'editions' && path.length > 2 && !path.slice(2).some(s => typeof s === 'number')
    return (isPart && this.extends) || isEditionPart
  }

  private missing(
    node: YAMLMap.Parsed,
    known: Readonly<Record<string, Key>>,
    result: Readonly<Record<string, unknown>>,
    path: Path,
  ): void {
    if (this.mayLackKeys(path)) return
    for (const [name, key] of Object.entries(known)) {
      if (key.required !== true || Object.hasOwn(result, name)) continue
      if (node.items.some(pair => isScalar(pair.key) && pair.key.value === name)) continue
      const first = node.items[0]?.key as ParsedNode | undefined
      this.problem(spanOfNode(first ?? node), missingKey(name, key))
    }
  }

  private map(node: YAMLMap.Parsed, shape: Shape, path: Path): unknown {
    const result: Record<string, unknown> = {}
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const value = this.value(pair.value, shape, [...path, name])
      this.spans.set(keyOf([...path, name, 'key']), spanOfNode(pair.key))
      if (value !== nothing) result[name] = value
    }
    return result
  }
}

/** The deepest that lists and mappings in brackets may be nested; a type needs three levels. */
const deepest = 50

/** Where brackets are nested too deeply; the library takes time with the square of the depth. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '[' || sign === '{') depth++
    else if (depth > 0 && (sign === ']' || sign === '}')) depth--
    if (depth > deepest) return at
  }
  return undefined
}

/** The keys that their mapping already has further up. */
function secondKeys(document: Document.Parsed): readonly Scalar.Parsed[] {
  const found: Scalar.Parsed[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) found.push(key as Scalar.Parsed)
        seen.add(key.value)
      }
    },
  })
  return found
}

function keyOf(path: Path): string {
  return path.join('\n')
}

function spanOfNode(node: ParsedNode | null, around?: ParsedNode): Span {
  const range = node?.range ?? around?.range
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 }
}

/** What is wrong with a scalar; undefined if it fits. */
function fault(node: ParsedNode, shape: Shape): string | undefined {
  const asked = shouldBe(shape)
  if (!isScalar(node)) return asked
  const { value } = node
  if (shape.kind === 'flag') return typeof value === 'boolean' ? undefined : asked
  if (shape.kind === 'number') return typeof value === 'number' ? undefined : asked
  if (shape.kind !== 'text') return asked
  const text = scalarText(node)
  if (text.trim() === '') return `${asked} ${l10n.t('It is empty.')}`
  if (shape.of !== undefined && !shape.of.includes(text)) {
    const near = nearest(text, shape.of)
    return near === undefined ? asked : `${asked} ${didYouMean(near)}`
  }
  if (shape.form === 'id' && !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(text)) return asked
  return shape.form === 'day' && !isDay(text) ? asked : undefined
}

function scalarValue(node: Scalar, shape: Shape): unknown {
  return shape.kind === 'text' ? scalarText(node) : node.value
}

/** A number or date is text where text is asked for, exactly as written: `2.10`. */
function scalarText({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value))
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The word that is nearly the same; undefined where there is none. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const each of words) {
    const away = distance(word.toLowerCase(), each.toLowerCase())
    if (away <= Math.max(1, each.length / 3) && away < (best?.distance ?? 4))
      best = { word: each, distance: away }
  }
  return best?.word
}
