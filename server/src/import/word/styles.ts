/** Paragraph styles of a Word document: which are headings, and which belong to a list. */

import { child, children, type Node, settingOf } from './xml'

export interface ListPlace {
  readonly list: string
  readonly level: number | undefined
}

export class Styles {
  private readonly styles = new Map<string, Node>()
  /** The style of paragraphs that name none. */
  private readonly standard: string | undefined

  constructor(root: Node | undefined) {
    for (const style of children(root, 'w:style')) {
      const id = style.attributes['w:styleId']
      if (id === undefined || style.attributes['w:type'] !== 'paragraph') continue
      this.styles.set(id, style)
      if (/^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')) this.standard = id
    }
  }

  /** The style and those it is based on, nearest first. */
  private *chain(id: string | undefined): Iterable<readonly [string, Node]> {
    const seen = new Set<string>()
    for (let at = id ?? this.standard; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const style = this.styles.get(at)
      if (style === undefined) return
      yield [at, style]
      at = settingOf(style, 'w:basedOn')
    }
  }

  /** The style's name in lower case: `heading 1`. */
  name(id: string | undefined): string {
    const own = id === undefined ? undefined : this.styles.get(id)
    return (settingOf(own, 'w:name') ?? id ?? '').toLowerCase()
  }

  /** 0 for a document's title, 1 for a heading of the first level; undefined for no heading. */
  headingLevel(paragraph: Node | undefined): number | undefined {
    const direct = settingOf(paragraph, 'w:outlineLvl')
    if (direct !== undefined) return outline(direct)
    for (const [id, style] of this.chain(settingOf(paragraph, 'w:pStyle'))) {
      const name = this.name(id)
      if (name === 'title') return 0
      const level = /^heading ([1-9])(?: |$)/.exec(name)?.[1]
      if (level !== undefined) return Number(level)
      if (name === 'toc heading') return 1
      const outlined = settingOf(child(style, 'w:pPr'), 'w:outlineLvl')
      if (outlined !== undefined) return outline(outlined)
    }
    return undefined
  }

  /** The list that the style puts a paragraph in, and the style that says so. */
  list(paragraph: Node | undefined): (ListPlace & { readonly style: string }) | undefined {
    for (const [id, style] of this.chain(settingOf(paragraph, 'w:pStyle'))) {
      const place = listPlace(child(style, 'w:pPr'))
      if (place !== undefined) return { ...place, style: id }
    }
    return undefined
  }
}

function outline(value: string): number | undefined {
  const level = Number(value)
  return level >= 0 && level < 9 ? level + 1 : undefined
}

/** What `w:numPr` says: the list, and the level where it is named. */
export function listPlace(properties: Node | undefined): ListPlace | undefined {
  const place = child(properties, 'w:numPr')
  const list = settingOf(place, 'w:numId')
  if (list === undefined) return undefined
  const level = settingOf(place, 'w:ilvl')
  return { list, level: level === undefined ? undefined : Number(level) }
}
