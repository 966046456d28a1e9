/**
 * Anything that would make Word fetch or run something when a report made with the template is opened: whoever
 * opens it would reveal to a stranger that they did, or be shown whatever the stranger likes.
 */

import * as l10n from '@vscode/l10n'
import { strFromU8, strToU8 } from 'fflate'
import { isActive, isAddress, isClickable } from '../import/word/outside'
import { decoded, withoutFetchingFields } from './template-fields'
import { isXml } from './template-xml'
import { attributeOf, withElements } from './xml-elements'

/** Elements that mean nothing without the relation that they name. */
const bound = [
  'w:attachedTemplate',
  'w:saveThroughXslt',
  'w:dataSource',
  'w:headerSource',
  'w:src',
  'w:sourceFileName',
  'w:subDoc',
  'w:altChunk',
  'w:control',
  'w:contentPart',
  'w:movie',
  'o:OLEObject',
  'c:externalData',
] as const

/**
 * Takes out of the template's files, whose XML is in one form (`inOneForm`), anything that is outside them or may
 * fetch or run something. Returns what it took out, as sentences for the user. Links that somebody has to click
 * stay: nothing is fetched before that, and Word shows where they lead.
 */
export function removeOutside(files: Record<string, Uint8Array>): readonly string[] {
  const remarks = new Set<string>()
  for (const name of Object.keys(files)) {
    if (!name.toLowerCase().endsWith('.rels')) continue
    const gone = removeRelations(files, name, remarks)
    const part = name.replace('_rels/', '').slice(0, -'.rels'.length)
    if (gone.size > 0) change(files, part, xml => withoutRelations(xml, gone))
  }
  for (const [name, bytes] of Object.entries(files))
    if (isXml(name, bytes) && !name.toLowerCase().endsWith('.rels'))
      change(files, name, xml =>
        withoutAddresses(
          withoutFetchingFields(xml, instruction => remarks.add(leftOut(instruction))),
          remarks,
        ),
      )
  return [...remarks]
}

/** Takes relations out of a part's list, and returns their ids. */
function removeRelations(
  files: Record<string, Uint8Array>,
  name: string,
  remarks: Set<string>,
): ReadonlySet<string> {
  const gone = new Set<string>()
  change(files, name, xml =>
    withElements(xml, 'Relationship', (element, tag) => {
      const value = (attribute: string) => decoded(attributeOf(tag, attribute) ?? '')
      const target = value('Target')
      const isOutside = value('TargetMode').toLowerCase() === 'external' || isAddress(target)
      if (isActive(value('Type'))) remarks.add(leftOutPart(target))
      else if (!isOutside || isClickable(value('Type'), target)) return element
      else remarks.add(leftOut(target))
      gone.add(attributeOf(tag, 'Id') ?? '')
      return ''
    }),
  )
  return gone
}

/** The part without what refers to these relations. */
function withoutRelations(xml: string, gone: ReadonlySet<string>): string {
  const refers = (tag: string) =>
    [...tag.matchAll(/\s[\w.-]+:[\w.-]+="([^"]*)"/g)].some(([, value = '']) => gone.has(value))
  const whole = bound.reduce(
    (text, name) => withElements(text, name, (element, tag) => (refers(tag) ? '' : element)),
    xml,
  )
  return whole.replace(/(\s[\w.-]+:[\w.-]+)="([^"]*)"/g, (attribute, _, value) =>
    gone.has(value) ? '' : attribute,
  )
}

/** Elements of older drawings and of videos that hold an address themselves. */
const addressed = ['v:imagedata', 'v:fill', 'v:stroke', 'v:image', 'wp15:webVideoPr'] as const
const addresses = /\s(?:[\w.-]+:)?(?:src|href|althref|embeddedHtml)="([^"]*)"/g

/** The part without pictures and videos that are stored elsewhere. */
function withoutAddresses(xml: string, remarks: Set<string>): string {
  return addressed.reduce(
    (text, name) =>
      withElements(text, name, (element, tag) => {
        const kept = tag.replace(addresses, (attribute, value) => {
          const target = decoded(value)
          if (!isAddress(target) && !target.includes('<')) return attribute
          remarks.add(leftOut(target))
          return ''
        })
        return kept + element.slice(tag.length)
      }),
    xml,
  )
}

/** Said for each place from which something would have been fetched. */
function leftOut(target: string): string {
  return l10n.t(
    'Left out something in the template that Word would fetch from "{0}" whenever the report is opened.',
    shown(target),
  )
}

function leftOutPart(part: string): string {
  return l10n.t(
    'Left out a part of the template that could fetch or run something when the report is opened: "{0}".',
    shown(part),
  )
}

/** Short enough for a message, and without characters that would control a terminal. */
function shown(text: string): string {
  const flat = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return flat.length > 100 ? `${flat.slice(0, 100)}…` : flat
}

function change(
  files: Record<string, Uint8Array>,
  part: string,
  by: (xml: string) => string,
): void {
  const file = files[part]
  if (file === undefined) return
  const before = strFromU8(file)
  const after = by(before)
  if (after !== before) files[part] = strToU8(after)
}
