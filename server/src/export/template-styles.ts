/** Which of a template's styles each role gets; any that it lacks are added to it. */

import { headingLevels, type Role, styleId, styleNames } from './styles'
import { attributeOf, elements, firstTag, withElements } from './xml-elements'

export interface FittedStyles {
  /** The template's styles, with any that it lacks added. */
  readonly xml: string
  readonly ids: ReadonlyMap<Role, string>
  /** Roles whose style numbers or bullets by itself, with the id of its list. */
  readonly selfNumbered: ReadonlyMap<Role, string>
  /** The template's ids for `TOC1` and so on. */
  readonly contents: ReadonlyMap<string, string>
  /** The template's ids for a footnote's text and its mark. */
  readonly footnotes: { readonly text: string; readonly mark: string }
}

interface Style {
  readonly id: string
  readonly name: string
  readonly xml: string
}

/** Matches the roles with the styles of the template by their names; `styleNames` take precedence. */
export function fittedStyles(
  template: string,
  {
    styleNames: own = {},
    defaults,
  }: {
    readonly styleNames?: Readonly<Partial<Record<Role, string>>>
    readonly defaults: string
  },
): FittedStyles {
  const there = stylesIn(template)
  const byName = new Map(there.map(style => [plainName(style.name), style]))
  const missing = new Map(stylesIn(defaults).map(style => [style.id, style]))
  const taken = new Set(there.map(({ id }) => id))
  const ids = new Map<Role, string>()
  const selfNumbered = new Map<Role, string>()
  const added: Style[] = []
  const newIds = new Map<string, string>()
  const add = (id: string): string => {
    const style = missing.get(id)
    let fresh = id
    while (taken.has(fresh)) fresh += 'Report'
    taken.add(fresh)
    newIds.set(id, fresh)
    if (style !== undefined) added.push({ ...style, id: fresh })
    return fresh
  }
  for (const role of Object.keys(styleNames) as Role[]) {
    const names = [...(own[role] === undefined ? [] : [own[role]]), ...styleNames[role]]
    const style = names.map(name => byName.get(plainName(name))).find(each => each !== undefined)
    const id = style?.id ?? add(styleId(role))
    ids.set(role, id)
    if (style !== undefined) newIds.set(styleId(role), id)
    const list = style && listOf(style, there)
    if (list !== undefined && list !== '0') selfNumbered.set(role, list)
  }
  const contents = new Map(
    headingLevels.map(level => {
      const id = `TOC${level}`
      return [id, byName.get(`toc${level}`)?.id ?? add(id)] as const
    }),
  )
  if (!byName.has('coverlabel')) add('CoverLabel')
  const footnotes = {
    text: byName.get('footnotetext')?.id ?? add('FootnoteText'),
    mark: byName.get('footnotereference')?.id ?? add('FootnoteReference'),
  }
  newIds.set('Normal', attributeOf(paragraphDefault(template), 'w:styleId') ?? 'Normal')
  const insertion = added.map(style => fitted(style, newIds)).join('')
  const end = template.lastIndexOf('</w:styles>')
  return {
    xml: template.slice(0, end) + insertion + template.slice(end),
    ids,
    selfNumbered,
    contents,
    footnotes,
  }
}

/** The list of the style, or of the nearest style that it is based on. */
function listOf(style: Style, there: readonly Style[], depth = 0): string | undefined {
  const numbering = style.xml.indexOf('<w:numPr>')
  const list =
    numbering === -1 ? undefined : /<w:numId\s+w:val="(\d+)"/.exec(style.xml.slice(numbering))?.[1]
  if (list !== undefined || depth > 10) return list
  const base = /<w:basedOn\s+w:val="([^"]*)"/.exec(style.xml)?.[1]
  const parent = there.find(({ id }) => id === base)
  return parent && listOf(parent, there, depth + 1)
}

function stylesIn(xml: string): readonly Style[] {
  return [...elements(xml, 'w:style')].map(({ start, end, tag }) => {
    const style = xml.slice(start, end)
    return {
      id: attributeOf(tag, 'w:styleId') ?? '',
      name: attributeOf(firstTag(style, 'w:name')?.tag ?? '', 'w:val') ?? '',
      xml: style,
    }
  })
}

/** The default style for paragraphs only: tables and characters have one too. */
function paragraphDefault(xml: string): string {
  for (const { tag } of elements(xml, 'w:style'))
    if (attributeOf(tag, 'w:type') === 'paragraph' && attributeOf(tag, 'w:default') === '1')
      return tag
  return ''
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** An added style: based on the template's, with its fonts and colours. */
function fitted({ id, xml }: Style, ids: ReadonlyMap<string, string>): string {
  const plain = withElements(
    withElements(xml, 'w:rFonts', () => ''),
    'w:color',
    () => '',
  )
  return plain
    .replace(/w:styleId="[^"]*"/, `w:styleId="${id}"`)
    .replace(/(<w:(?:basedOn|next|link) w:val=")([^"]*)(")/g, (_, before, old, after) => {
      return before + (ids.get(old) ?? old) + after
    })
}
