/** Which of a template's styles each role gets; what it lacks is added to it. */

import { headingLevels, type Role, styleId, styleNames } from './styles'

export interface FittedStyles {
  /** The template's styles, with those added that it lacks. */
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

/** Fits the roles to the styles of the template by their names; `styleNames` come first. */
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
  const normal = /<w:style\b[^>]*w:default="1"[^>]*>/.exec(paragraphDefault(template))?.[0]
  newIds.set('Normal', /w:styleId="([^"]*)"/.exec(normal ?? '')?.[1] ?? 'Normal')
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

/** The list of the style, or of the nearest one that it is based on. */
function listOf(style: Style, there: readonly Style[], depth = 0): string | undefined {
  const list = /<w:numPr>.*?<w:numId\s+w:val="(\d+)"/s.exec(style.xml)?.[1]
  if (list !== undefined || depth > 10) return list
  const base = /<w:basedOn\s+w:val="([^"]*)"/.exec(style.xml)?.[1]
  const parent = there.find(({ id }) => id === base)
  return parent && listOf(parent, there, depth + 1)
}

function stylesIn(xml: string): readonly Style[] {
  return [...xml.matchAll(/<w:style\s[^>]*>.*?<\/w:style>/gs)].map(([style]) => ({
    id: /w:styleId="([^"]*)"/.exec(style)?.[1] ?? '',
    name: /<w:name\s+w:val="([^"]*)"/.exec(style)?.[1] ?? '',
    xml: style,
  }))
}

/** The styles of paragraphs alone: tables and characters have a default too. */
function paragraphDefault(xml: string): string {
  const styles = [...xml.matchAll(/<w:style\s[^>]*>/g)].map(([open]) => open)
  return styles.find(open => /w:type="paragraph"/.test(open) && /w:default="1"/.test(open)) ?? ''
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** An added style: based on the template's, in its letters and colours. */
function fitted({ id, xml }: Style, ids: ReadonlyMap<string, string>): string {
  return xml
    .replace(/w:styleId="[^"]*"/, `w:styleId="${id}"`)
    .replace(/(<w:(?:basedOn|next|link) w:val=")([^"]*)(")/g, (_, before, old, after) => {
      return before + (ids.get(old) ?? old) + after
    })
    .replace(/<w:rFonts\b[^>]*\/>|<w:color\b[^>]*\/>/g, '')
}
