/** By what a text is recognised as a report of a type, made ready when it is first looked for. */

import { oneOf, withoutRunAtEnd } from '../text/runs'
import { type Follows, type WordsAt, wordsAt } from '../text/title-words'
import type { ResolvedType } from './resolve'
import { verbsOf } from './scale'
import type { RowSource, ScaleSource, SectionSource } from './source'
import { Titles } from './titles'

/** What shows that a text follows an edition of a type. */
export interface Signs {
  /** Lines of which at least one must be in the text, if there are any. */
  readonly lines: readonly WordsAt[]
  /** Labels of the cover. */
  readonly fields: readonly WordsAt[]
  /** The sections at the top, the required ones of them, and all of all levels. */
  readonly top: readonly SectionSign[]
  readonly required: readonly SectionSign[]
  readonly sections: readonly SectionSign[]
  /**
   * Those by which a report without a title is recognised: groups and summary, otherwise all that are
   * required; none where there are too few of them to decide. The longest title, which the fewest texts have,
   * first.
   */
  readonly parts: readonly SectionSign[]
  /** Rows without a section. */
  readonly rows: readonly WordsAt[]
}

/** The titles of a section, to be looked for in a whole text. */
export interface SectionSign {
  readonly titles: readonly TitleSign[]
  /** Where a title may end: before the line's end, a colon, or a verb with a grade. */
  readonly ends: Follows
  /** The same, for lines that are nearly one of them. */
  readonly names: Titles<true>
}

export interface TitleSign {
  /** The part that is the same in every copy, so that a plain search settles most texts. */
  readonly start: string
  readonly words: WordsAt
}

export function signsOf({ recognise, cover, scale, sections = [], summary }: ResolvedType): Signs {
  const ends = endsTitle(scale)
  const known = new Map<SectionSource, SectionSign>()
  const signOf = (section: SectionSource): SectionSign => {
    const made = known.get(section) ?? sectionSign(section, ends)
    known.set(section, made)
    return made
  }
  const groups = sections.filter(({ kind }) => kind === 'summary' || kind === 'group')
  const required = sections.filter(section => section.required !== false)
  const parts = groups.length >= 3 ? groups : required.length >= 4 ? required : []
  return {
    lines: (recognise?.with ?? []).map(words => wordsAt(words)),
    fields: (cover?.fields ?? []).flatMap(({ labels }) =>
      labels.map(label => wordsAt(label, { isExact: true, goOn: true })),
    ),
    top: sections.map(signOf),
    required: required.map(signOf),
    sections: withInner(sections).map(signOf),
    parts: [...parts].sort((a, b) => b.title.length - a.title.length).map(signOf),
    rows: (summary?.rows ?? []).filter(isAlone).map(({ title = '' }) => wordsAt(title)),
  }
}

const isAlone = ({ section, title }: RowSource) => section === undefined && title !== undefined

function withInner(sections: readonly SectionSource[]): readonly SectionSource[] {
  return sections.flatMap(section => [section, ...withInner(section.sections ?? [])])
}

function sectionSign({ title, aliases = [] }: SectionSource, ends: Follows): SectionSign {
  const titles = [title, ...aliases]
  return {
    titles: titles.flatMap(each => {
      const start = /^(?:[^\s'’&-]+(?=\s|$)\s*){1,3}/.exec(each)?.[0].trim() ?? ''
      const words = wordsAt(withoutRunAtEnd(each, oneOf('?:.')), { isExact: true })
      return start === '' ? [] : [{ start, words }]
    }),
    ends,
    names: new Titles(titles.map(each => [each, true])),
  }
}

/**
 * A question mark with a footnote's number and attributes, then the line's end, or a verb with a grade after
 * it.
 */
const titleEnd =
  /\??\d?[ \t*_#]*(?:\{[^{}\r\n]{0,80}\}[ \t]*)?(?:[:\r\n]|$|(?<verb>[a-z]+)\b[\w \t:]{0,50}\.?(?:[\r\n]|$))/y

function endsTitle(scale: ScaleSource | undefined): Follows {
  const verbs = verbsOf(scale)
  return (text, at) => {
    titleEnd.lastIndex = at
    const found = titleEnd.exec(text)
    if (found === null) return undefined
    const verb = found.groups?.verb
    return verb === undefined || verb === 'is' || verb === 'are' || verbs.has(verb) ? at : undefined
  }
}
