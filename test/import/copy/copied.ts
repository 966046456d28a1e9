/**
 * Reads a Word document with comments on its own: nothing here asks the code that put them in, nor the reader of
 * Word documents.
 */

import assert from 'node:assert/strict'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** An element as the parser gives it, in the order of the document. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

type Parsed = Record<string, unknown>

function elementOf(parsed: Parsed): Element {
  const name = Object.keys(parsed).find(key => key !== ':@') ?? ''
  if (name === '#text') return { name: '', attributes: {}, children: [], text: `${parsed[name]}` }
  return {
    name,
    attributes: (parsed[':@'] ?? {}) as Record<string, string>,
    children: (parsed[name] as Parsed[]).map(elementOf),
    text: '',
  }
}

/** The root element of a part in UTF-8. */
export function rootOf(xml: string): Element {
  const [root] = (parser.parse(xml) as Parsed[])
    .map(elementOf)
    .filter(({ name }) => name !== '?xml')
  assert.ok(root)
  return root
}

export function* all(
  element: Element,
  parents: readonly Element[] = [],
): Iterable<[Element, readonly Element[]]> {
  yield [element, parents]
  for (const each of element.children) yield* all(each, [element, ...parents])
}

/** A comment as somebody sees it in Word. */
export interface SeenComment {
  readonly id: string
  readonly author: string
  readonly initials: string
  readonly words: string
  /** What is marked. */
  readonly about: string
}

export interface Package {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly xml: (name: string) => string
  readonly document: Element
  readonly comments: readonly SeenComment[]
}

/** The file, with each comment and the words that it is about. */
export function opened(bytes: Uint8Array): Package {
  const files = unzipSync(bytes)
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const document = rootOf(xml('word/document.xml'))
  const comments =
    files['word/comments.xml'] === undefined
      ? []
      : rootOf(xml('word/comments.xml'))
          .children.filter(({ name }) => name === 'w:comment')
          .map(each => seen(each, document))
  return { files, xml, document, comments }
}

function seen(comment: Element, document: Element): SeenComment {
  const {
    'w:id': id = '',
    'w:author': author = '',
    'w:initials': initials = '',
  } = comment.attributes
  return { id, author, initials, words: shownIn(comment), about: wordsAbout(document, id) }
}

const isLine: ReadonlySet<string> = new Set(['w:p', 'w:tab', 'w:br'])

/** What is shown between the two marks of a comment. */
function wordsAbout(document: Element, id: string): string {
  let words = ''
  let isInside = false
  for (const [element, parents] of all(document)) {
    const isOwn = element.attributes['w:id'] === id
    if (isOwn && element.name === 'w:commentRangeStart') isInside = true
    if (isOwn && element.name === 'w:commentRangeEnd') isInside = false
    if (!isInside) continue
    if (isLine.has(element.name)) words += ' '
    if (element.name === '' && isShown(parents)) words += element.text
  }
  return words.replace(/\s+/g, ' ').trim()
}

const hidden: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

function isShown(parents: readonly Element[]): boolean {
  return parents[0]?.name === 'w:t' && !parents.some(({ name }) => hidden.has(name))
}

function shownIn(element: Element): string {
  let words = ''
  for (const [each, parents] of all(element))
    if (each.name === '' && isShown(parents)) words += each.text
  return words
}

/** Parents that WordprocessingML allows the marks of a comment to have, as far as a copy has them. */
const parentsOfMarks: ReadonlySet<string> = new Set([
  'w:p',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:sdtContent',
  'w:smartTag',
])

/**
 * Fails unless the copy is a Word document that differs from the original only in its new comments: each with two
 * marks and a reference in their order, with ids of their own, and every other part and every letter as before.
 */
export function assertOnlyCommented(original: Uint8Array, copy: Uint8Array): void {
  const [before, after] = [opened(original), opened(copy)]
  const old = new Set(before.comments.map(({ id }) => id))
  const added = after.comments.filter(({ id }) => !old.has(id))
  assertParts(before, after)
  for (const name of ['word/document.xml', 'word/comments.xml', '[Content_Types].xml'])
    assertInserted(before.xml(name), after.xml(name), name)
  assert.deepEqual(after.comments.slice(0, old.size), before.comments)
  const ids = after.comments.map(({ id }) => id)
  assert.deepEqual([...new Set(ids)], ids, 'ids of comments')
  for (const { id, author, initials } of added) {
    assert.deepEqual(
      { author, initials },
      { author: 'Inspection Reports (automatic)', initials: 'IR' },
    )
    assertMarks(after.document, id)
  }
  const isNew = (each: Element) => added.some(({ id }) => id === each.attributes['w:id'])
  assert.deepEqual(lettersOf(after.document, isNew), lettersOf(before.document, isNew))
  assertOrder(after.document)
}

const added = (name: string) => name === 'word/comments.xml'

function assertParts(before: Package, after: Package): void {
  const mayChange = new Set([
    'word/document.xml',
    'word/comments.xml',
    '[Content_Types].xml',
    'word/_rels/document.xml.rels',
  ])
  const names = Object.keys(after.files)
  assert.deepEqual(
    names.filter(name => name in before.files || !added(name)),
    Object.keys(before.files),
  )
  for (const [name, bytes] of Object.entries(before.files))
    if (!mayChange.has(name)) assert.deepEqual(after.files[name], bytes, name)
  if (after.comments.length === 0) return
  const types = rootOf(after.xml('[Content_Types].xml')).children.filter(
    ({ attributes }) => attributes.PartName === '/word/comments.xml',
  )
  assert.deepEqual(
    types.map(({ name, attributes }) => [name, attributes.ContentType]),
    [['Override', 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml']],
  )
  const relations = rootOf(after.xml('word/_rels/document.xml.rels')).children.map(
    ({ attributes }) => attributes,
  )
  const ids = relations.map(({ Id }) => Id)
  assert.deepEqual([...new Set(ids)], ids, 'ids of relationships')
  const own = relations.filter(({ Type = '' }) => Type.endsWith('/comments'))
  assert.deepEqual(
    own.map(({ Target }) => Target),
    ['comments.xml'],
  )
}

/** Can the old text be had by taking something out of the new one? */
function assertInserted(before: string, after: string, name: string): void {
  let at = 0
  for (const letter of after) if (before.startsWith(letter, at)) at += letter.length
  assert.equal(at, before.length, `${name} was changed otherwise than by insertion`)
}

/** A mark at the beginning, one at the end, and a reference in a run of its own after that. */
function assertMarks(document: Element, id: string): void {
  const found: string[] = []
  for (const [{ name, attributes, children }, [parent, above]] of all(document)) {
    if (attributes['w:id'] !== id || !/^w:comment/.test(name)) continue
    found.push(name)
    assert.deepEqual(children, [])
    if (name !== 'w:commentReference')
      assert.ok(parentsOfMarks.has(parent?.name ?? ''), parent?.name)
    else {
      assert.equal(parent?.name, 'w:r')
      assert.equal(above?.name, 'w:p')
      assert.ok(parent.children.every(each => each.name === 'w:rPr' || each.name === name))
    }
  }
  assert.deepEqual(found, ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
}

/** What is not there in another copy: the marks, and references with their runs. */
function isMark(element: Element, isNew: (element: Element) => boolean): boolean {
  if (element.name.startsWith('w:commentRange')) return isNew(element)
  return (
    element.name === 'w:r' &&
    element.children.some(each => each.name === 'w:commentReference' && isNew(each))
  )
}

/**
 * Each letter and each other thing in the text with all that is around it, and the looks of its run. Runs that were
 * divided are the same as before.
 */
function lettersOf(document: Element, isNew: (element: Element) => boolean): readonly string[] {
  const found: string[] = []
  const walk = (element: Element, path: string): void => {
    if (isMark(element, isNew)) return
    if (element.name === '') {
      for (const letter of element.text) found.push(`${path} ${letter}`)
      return
    }
    if (element.name === 'w:t' && element.attributes['xml:space'] !== 'preserve') {
      // Word shows no white space at the ends of such a text.
      const text = element.children
        .map(each => each.text)
        .join('')
        .trim()
      const trimmed = { ...element, attributes: { 'xml:space': 'preserve' } }
      walk({ ...trimmed, children: [{ name: '', attributes: {}, children: [], text }] }, path)
      return
    }
    const isRun = element.name === 'w:r' || element.name === 'w:t'
    const attributes = Object.entries(element.attributes).filter(([key]) => key !== 'xml:space')
    const looks = element.children.find(({ name }) => name === 'w:rPr')
    const own = `${path}/${element.name} ${JSON.stringify(attributes)}`
    if (!isRun) found.push(own)
    for (const each of element.children)
      if (each !== looks || !isRun)
        walk(each, isRun && looks !== undefined ? `${own} ${withoutIds(looks)}` : own)
  }
  walk(document, '')
  return found
}

/** What is tracked in the looks of a run has a number of its own in each part of the run. */
const withoutIds = (looks: Element) => JSON.stringify(looks).replace(/"w:id":"\d+",?/g, '')

/** Properties come first, and no element that must be there once is there twice. */
function assertOrder(document: Element): void {
  const ids: string[] = []
  for (const [{ name, children, attributes }] of all(document)) {
    for (const [at, each] of children.entries())
      if (each.name === `${name}Pr`) assert.equal(at, 0, `${each.name} in ${name}`)
    if (/^w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)$/.test(name))
      ids.push(attributes['w:id'] ?? '')
  }
  const given = ids.filter(id => id !== '')
  assert.deepEqual([...new Set(given)], given, 'ids of tracked changes')
}

/** The document as it is once every tracked change of ours is accepted, or rejected. */
export function decided(bytes: Uint8Array, way: 'accepted' | 'rejected'): Uint8Array {
  const files = unzipSync(bytes)
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  for (const name of ['ins', 'del'] as const) {
    const isKept = (name === 'ins') === (way === 'accepted')
    const start = new RegExp(`<w:${name} [^>]*w:author="Inspection Reports \\(automatic\\)"[^>]*>`)
    for (let found = start.exec(xml); found !== null; found = start.exec(xml)) {
      const end = xml.indexOf(`</w:${name}>`, found.index)
      const content = xml.slice(found.index + found[0].length, end)
      const kept = isKept ? content.replaceAll('w:delText', 'w:t') : ''
      xml = xml.slice(0, found.index) + kept + xml.slice(end + `</w:${name}>`.length)
    }
  }
  files['word/document.xml'] = new Uint8Array(strToU8(xml))
  return zipSync(files)
}

/** Fails unless both documents have the same letters, each in the same surroundings and with the same looks. */
export function assertSameLetters(one: Uint8Array, other: Uint8Array): void {
  const [first, second] = [one, other].map(each => lettersOf(opened(each).document, () => false))
  assert.deepEqual(second, first)
}
