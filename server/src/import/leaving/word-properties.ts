/** Who wrote a Word document and where, and whatever else is stored in it beside its text. */

import * as l10n from '@vscode/l10n'
import type { FileTrace } from '../../features/leaving/file-traces'
import { singleSpaced } from '../../text/spaces'
import { children, descendants, type Node, textIn } from '../word/xml'

type Property = Pick<FileTrace, 'what' | 'words'>

/** The properties of the office format, by the end of the relation to their part. */
export function propertiesIn(type: string, root: Node): readonly Property[] {
  switch (type) {
    case 'core-properties':
    case 'extended-properties':
      return root.children.flatMap(node => {
        const what = named(node.name.replace(/^.*:/, ''))
        return what === undefined ? [] : said(what, textIn(node))
      })
    case 'custom-properties':
      return customIn(root)
    case 'customXml':
      return storedIn(root)
    default:
      return []
  }
}

/** What a property is called that says who, where or what about; undefined for dates, numbers and programs. */
function named(name: string): string | undefined {
  switch (name) {
    case 'creator':
      return l10n.t('Author')
    case 'lastModifiedBy':
      return l10n.t('Last saved by')
    case 'Manager':
      return l10n.t('Manager')
    case 'Company':
      return l10n.t('Company')
    case 'title':
      return l10n.t('Title')
    case 'subject':
      return l10n.t('Subject')
    case 'keywords':
      return l10n.t('Keywords')
    case 'description':
      return l10n.t('Comments in the properties')
    case 'category':
      return l10n.t('Category')
    case 'contentStatus':
      return l10n.t('Status')
    case 'identifier':
      return l10n.t('Identifier')
    case 'HyperlinkBase':
      return l10n.t('Where links begin')
    case 'Template':
      return l10n.t('Template')
    default:
      return undefined
  }
}

/** Names that programs write where nobody has given one, and the template that every document has. */
const ofNobody: ReadonlySet<string> = new Set(['', 'un-named', 'normal', 'normal.dotm'])

function said(what: string, text: string): readonly Property[] {
  const words = singleSpaced(text).trim()
  return ofNobody.has(words.toLowerCase()) ? [] : [{ what, words }]
}

/** Properties that somebody or a program has added; those of a label are one. */
function customIn(root: Node): readonly Property[] {
  const all = children(root, 'property').map(node => ({
    name: node.attributes.name ?? '',
    words: singleSpaced(textIn(node)).trim(),
  }))
  const isLabel = ({ name }: { readonly name: string }) => name.startsWith('MSIP_Label_')
  const own = all
    .filter(each => !isLabel(each) && each.words !== '')
    .map(({ name, words }) => ({ what: l10n.t('Property “{0}”', name), words }))
  return all.some(isLabel) ? [...own, label()] : own
}

/** Said once, whatever it consists of. */
export const label = (): Property => ({
  what: l10n.t('A label of the office, with the number by which Microsoft knows the office'),
  words: '',
})

/** Data beside the text, other than the empty lists that Word adds to any document. */
function storedIn(root: Node): readonly Property[] {
  const words = singleSpaced(allText(root)).trim()
  return words === '' ? [] : [{ what: l10n.t('Data stored beside the text'), words }]
}

function allText(node: Node): string {
  return node.name === '' ? `${node.text} ` : node.children.map(allText).join('')
}

/** Variables of programs, and the names of whoever changed or commented the document. */
export function variablesIn(settings: Node): readonly Property[] {
  return descendants(settings, 'w:docVar').flatMap(({ attributes }) =>
    said(l10n.t('Variable “{0}”', attributes['w:name'] ?? ''), attributes['w:val'] ?? ''),
  )
}
