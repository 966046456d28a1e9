/** Properties that the text of a Word document shows: without them it would say something else. */

import type { Steps } from '../../text/steps'
import { placedElements } from '../word/placed-xml'

/** What fields show properties, and which: `AUTHOR` shows the creator. */
const byField: ReadonlyMap<string, string> = new Map([
  ['AUTHOR', 'creator'],
  ['LASTSAVEDBY', 'lastModifiedBy'],
  ['TITLE', 'title'],
  ['SUBJECT', 'subject'],
  ['KEYWORDS', 'keywords'],
  ['COMMENTS', 'description'],
  ['TEMPLATE', 'Template'],
  ['CREATEDATE', 'created'],
  ['SAVEDATE', 'modified'],
  ['PRINTDATE', 'lastPrinted'],
  ['REVNUM', 'revision'],
  ['EDITTIME', 'TotalTime'],
])

const bearers: ReadonlySet<string> = new Set(['w:instrText', 'w:fldSimple', 'w:dataBinding'])

/**
 * The names of the properties that a part shows, in small letters: those that fields name, which Word brings up to date
 * when it prints, and those to which a content control is bound.
 */
export function* usedProperties(xml: string): Steps<ReadonlySet<string>> {
  const used = new Set<string>()
  const instructions: string[] = []
  for (const { name, span, content } of yield* placedElements(xml, bearers)) {
    const tag = xml.slice(span.start, content.start)
    if (name === 'w:dataBinding') {
      const bound = /:(\w+)(?:\[\d+\])?["']/.exec(/xpath=(["'].*?["'])/.exec(tag)?.[1] ?? '')?.[1]
      if (bound !== undefined) used.add(bound.toLowerCase())
    } else instructions.push(name === 'w:fldSimple' ? tag : xml.slice(content.start, content.end))
  }
  // An instruction may be in pieces.
  for (const text of [instructions.join(' '), instructions.join('')]) {
    for (const word of text.match(/[A-Z]+/gi) ?? []) {
      const property = byField.get(word.toUpperCase())
      if (property !== undefined) used.add(property.toLowerCase())
    }
    for (const [, quoted, plain] of text.matchAll(
      /\b(?:DOCPROPERTY|INFO)\s+(?:(?:&quot;|")([^"&]{1,255})|([^\s"\\&]{1,255}))/gi,
    ))
      used.add((quoted ?? plain ?? '').trim().toLowerCase())
  }
  return used
}
