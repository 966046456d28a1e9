/** Styles of a Word document: which are headings, which belong to a list, which are bold or italic. */

import { child, children, isOn, type Node, settingOf } from './xml'

export interface ListPlace {
  /** Undefined where only the level is named, in the list of the paragraph's style. */
  readonly list: string | undefined
  readonly level: number | undefined
}

interface StyledPlace extends ListPlace {
  readonly style: string
}

/** No document has a longer chain of styles based on one another; Word itself gives up sooner. */
const longestChain = 50

export class Styles {
  private readonly styles = new Map<string, Node>()
  private readonly characterStyles = new Map<string, Node>()
  /** The style of paragraphs that do not name one. */
  private readonly standard: string | undefined
  /** What styles and those that they are based on say, by the question and the style. */
  private readonly answers = new Map<string, unknown>()

  constructor(root: Node | undefined) {
    for (const style of children(root, 'w:style')) {
      const id = style.attributes['w:styleId']
      if (id === undefined) continue
      if (style.attributes['w:type'] === 'character') this.characterStyles.set(id, style)
      if (style.attributes['w:type'] !== 'paragraph') continue
      this.styles.set(id, style)
      if (/^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')) this.standard = id
    }
  }

  /**
   * Is a run with these properties bold or italic by itself? What its paragraph's style adds is the formatting of
   * the whole paragraph, not that of any of its words.
   */
  look(run: Node | undefined): { readonly bold: boolean; readonly italic: boolean } {
    return run === undefined
      ? { bold: false, italic: false }
      : { bold: this.isOn(run, 'w:b'), italic: this.isOn(run, 'w:i') }
  }

  /** Do a run's properties, or the style that it names, switch this on? */
  isOn(run: Node, name: string): boolean {
    if (child(run, name) !== undefined) return isOn(run, name)
    return this.isOnByStyle(settingOf(run, 'w:rStyle'), this.characterStyles, name) ?? false
  }

  /** Whether the style that a run names raises or lowers it: `superscript`, `subscript`. */
  positionOf(run: Node): string | undefined {
    const id = settingOf(run, 'w:rStyle')
    if (id === undefined) return undefined
    return this.answer('position', id, () => {
      for (const [, style] of this.chain(id, this.characterStyles)) {
        const position = settingOf(child(style, 'w:rPr'), 'w:vertAlign')
        if (position !== undefined) return position
      }
      return undefined
    })
  }

  /** Does the style of a paragraph hide its text? */
  hidesText(paragraph: Node | undefined): boolean {
    return this.isOnByStyle(settingOf(paragraph, 'w:pStyle'), this.styles, 'w:vanish') ?? false
  }

  /** Is a run with these properties hidden? The style of its paragraph may hide its text. */
  hides(run: Node | undefined, isStyleHidden: boolean): boolean {
    if (child(run, 'w:vanish') !== undefined) return isOn(run, 'w:vanish')
    const style = settingOf(run, 'w:rStyle')
    return this.isOnByStyle(style, this.characterStyles, 'w:vanish') ?? isStyleHidden
  }

  /** Whether the first of the styles that says anything about this property switches it on. */
  private isOnByStyle(
    id: string | undefined,
    styles: ReadonlyMap<string, Node>,
    name: string,
  ): boolean | undefined {
    return this.answer(`${name} ${styles === this.styles}`, id, () => {
      for (const [, style] of this.chain(id, styles)) {
        const looks = child(style, 'w:rPr')
        if (child(looks, name) !== undefined) return isOn(looks, name)
      }
      return undefined
    })
  }

  /** Each style is asked only once, since thousands of paragraphs and words may have it. */
  private answer<Answer>(question: string, id: string | undefined, find: () => Answer): Answer {
    const key = `${question} ${id ?? ''}`
    if (!this.answers.has(key)) this.answers.set(key, find())
    return this.answers.get(key) as Answer
  }

  /** The style and those it is based on, nearest first. */
  private *chain(
    id: string | undefined,
    styles: ReadonlyMap<string, Node> = this.styles,
  ): Iterable<readonly [string, Node]> {
    const seen = new Set<string>()
    const standard = styles === this.styles ? this.standard : undefined
    for (let at = id ?? standard; at !== undefined && !seen.has(at); ) {
      if (seen.size === longestChain) return
      seen.add(at)
      const style = styles.get(at)
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

  /** 0 for a document's title, 1 for a first-level heading; undefined for anything that is not a heading. */
  headingLevel(paragraph: Node | undefined): number | undefined {
    const direct = settingOf(paragraph, 'w:outlineLvl')
    if (direct !== undefined) return outline(direct)
    const id = settingOf(paragraph, 'w:pStyle')
    return this.answer('heading', id, () => this.headingLevelOfStyle(id))
  }

  private headingLevelOfStyle(own: string | undefined): number | undefined {
    for (const [id, style] of this.chain(own)) {
      const name = this.name(id)
      if (name === 'title') return 0
      const level = /^heading ([1-9])(?:[ ,]|$)/.exec(name)?.[1]
      if (level !== undefined) return Number(level)
      if (name === 'toc heading') return 1
      const outlined = settingOf(child(style, 'w:pPr'), 'w:outlineLvl')
      if (outlined !== undefined) return outline(outlined)
    }
    return undefined
  }

  /** Does its style make the paragraph an entry of the contents? */
  isContents(paragraph: Node | undefined): boolean {
    return /^(?:toc|contents) [1-9]$/.test(this.name(settingOf(paragraph, 'w:pStyle')))
  }

  /** The list that the style puts a paragraph in, and the style that says so. */
  list(paragraph: Node | undefined): StyledPlace | undefined {
    const id = settingOf(paragraph, 'w:pStyle')
    return this.answer('list', id, () => this.listOfStyle(id))
  }

  private listOfStyle(own: string | undefined): StyledPlace | undefined {
    let nearest: { readonly style: string; readonly level: number | undefined } | undefined
    for (const [id, style] of this.chain(own)) {
      const place = listPlace(child(style, 'w:pPr'))
      if (place === undefined) continue
      // A style may name only its level, in the list of the style that it is based on.
      nearest ??= { style: id, level: place.level }
      if (place.list !== undefined)
        return { list: place.list, style: nearest.style, level: nearest.level ?? place.level }
    }
    return undefined
  }
}

function outline(value: string): number | undefined {
  const level = Number(value)
  return level >= 0 && level < 9 ? level + 1 : undefined
}

/** What `w:numPr` says: the list and the level, where they are named. */
export function listPlace(properties: Node | undefined): ListPlace | undefined {
  const place = child(properties, 'w:numPr')
  if (place === undefined) return undefined
  const list = settingOf(place, 'w:numId')
  const level = settingOf(place, 'w:ilvl')
  return { list, level: level === undefined ? undefined : Number(level) }
}
