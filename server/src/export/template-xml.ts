/**
 * The XML of a template in one form, so that anything looked for in it is found however somebody has written it:
 * in single quotation marks, as a reference, in UTF-16, beside comments.
 */

import { SaxesParser } from 'saxes'
import type { Budget } from '../import/budget'
import { decodeXml } from '../text/decode'
import { xmlAttribute, xmlText } from '../text/escape'
import type { Steps } from '../text/steps'

/**
 * Each part that is XML as UTF-8, with attributes in double quotation marks, references only for characters that
 * need one, and nothing but elements and text. Throws an `Error` where one is damaged, or is in a form that no
 * Word document has: another encoding, a document type, prefixes other than Word's. Throws an `ImportError` where
 * they cost more than the budget allows.
 */
export function* inOneForm(
  files: Readonly<Record<string, Uint8Array>>,
  budget: Budget,
): Steps<Record<string, Uint8Array>> {
  const encoder = new TextEncoder()
  const result: [string, Uint8Array][] = []
  for (const [name, bytes] of Object.entries(files)) {
    budget.enter(name)
    const xml = isXml(name, bytes) ? yield* written(decodeXml(bytes), budget) : undefined
    result.push([name, xml === undefined ? bytes : encoder.encode(xml)])
  }
  return Object.fromEntries(result)
}

/** Is it XML, to judge by its name or its beginning? A part may have any name. */
export function isXml(name: string, bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  return (
    /\.(?:xml|rels)$/i.test(name) || decodeXml(bytes.subarray(0, 40)).trimStart().startsWith('<')
  )
}

/** Letters that are read in one step. */
const lettersInStep = 50_000

/** This many attributes cost as much as an element. */
const attributesInElement = 4

function* written(xml: string, budget: Budget): Steps<string> {
  let depth = 0
  let attributesRead = 0
  const pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const parser = new SaxesParser()
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^utf-?(?:8|16(?:[bl]e)?)$|^us-ascii$/i.test(encoding)) throw new Error('its encoding')
  })
  parser.on('doctype', () => {
    throw new Error('its document type')
  })
  parser.on('attribute', () => {
    attributesRead++
    if (attributesRead % attributesInElement === 0) budget.spend('elements')
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    budget.spend('elements')
    budget.descend(++depth)
    const given = Object.entries(attributes)
    if (given.some(([key, value]) => hasOtherPrefix(key, value))) throw new Error('its prefixes')
    const words = given.map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`).join('')
    pieces.push(`<${name}${words}${isSelfClosing ? '/>' : '>'}`)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth--
    if (!isSelfClosing) pieces.push(`</${name}>`)
  })
  parser.on('text', words => pieces.push(xmlText(words)))
  parser.on('cdata', words => pieces.push(xmlText(words)))
  for (let at = 0; at < xml.length; at += lettersInStep) {
    parser.write(xml.slice(at, at + lettersInStep))
    yield
  }
  parser.close()
  return pieces.join('')
}

/** What is looked for in templates, with the prefixes that Word writes. */
const usualPrefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'xmlns:w'],
  [/\/package\/2006\/relationships$/, 'xmlns'],
  [/\/package\/2006\/content-types$/, 'xmlns'],
  [/\/drawingml(?:\/2006)?\/chart$/, 'xmlns:c'],
  [/\/word\/2012\/wordprocessingDrawing$/, 'xmlns:wp15'],
  [/^urn:schemas-microsoft-com:vml$/, 'xmlns:v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'xmlns:o'],
]

function hasOtherPrefix(key: string, value: string): boolean {
  if (key !== 'xmlns' && !key.startsWith('xmlns:')) return false
  return usualPrefixes.some(([name, prefix]) => name.test(value) && prefix !== key)
}
