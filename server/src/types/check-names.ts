/** Checks what a type says about itself: that everything it names exists, and that it makes sense. */

import * as l10n from '@vscode/l10n'
import { type NamedThing, unknownName } from './faults'
import { nearest, type Path } from './read-yaml'
import type { ResolvedType } from './resolve'
import type { RowSource, SectionSource, TypeBody, TypeSource } from './source'

export interface NameProblem {
  /** Where the value is, in the source. */
  readonly path: Path
  readonly message: string
  readonly severity: 'error' | 'warning'
}

export interface Surroundings {
  /** The type's editions with everything that they inherit. */
  readonly editions: readonly ResolvedType[]
  /** Ids of the sections that the type inherits. */
  readonly inherited: ReadonlySet<string>
  /** Ids of all rules; undefined where they are not known. */
  readonly rules: ReadonlySet<string> | undefined
}

/** What a body may name: everything in any of the editions to which it belongs. */
interface Names {
  readonly sections: ReadonlySet<string>
  readonly graded: ReadonlySet<string>
  readonly rows: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly hasScale: boolean
}

/** All problems of a type whose file has the right shape. */
export function checkNames(source: TypeSource, around: Surroundings): readonly NameProblem[] {
  const check = new Check(around)
  const all = namesOf(around.editions)
  check.body(source, [], all, around.inherited)
  check.titles(source, around.editions)
  let before: ReadonlySet<string> = new Set([...around.inherited, ...idsOf(source)])
  for (const [at, edition] of (source.editions ?? []).entries()) {
    const resolved = around.editions[at]
    check.body(edition, ['editions', at], namesOf(resolved ? [resolved] : []), before)
    check.order(source, at)
    before = new Set([...before, ...idsOf(edition)])
  }
  return check.problems
}

class Check {
  readonly problems: NameProblem[] = []

  constructor(private readonly around: Surroundings) {}

  /** Checks what one body says itself; `before` are the sections that it builds on. */
  body(said: TypeBody, path: Path, names: Names, before: ReadonlySet<string>): void {
    this.sections(said, path, names)
    this.changes(said, path, before)
    this.scale(said, [...path, 'scale'], names)
    this.rows(said.summary?.rows ?? [], [...path, 'summary', 'rows'], names)
    this.limits(said, path, names)
    this.others(said, path, names)
    this.valid(said, path)
  }

  private say(path: Path, message: string, severity: NameProblem['severity'] = 'warning'): void {
    this.problems.push({ path, message, severity })
  }

  private named(
    kind: NamedThing,
    name: string | undefined,
    known: ReadonlySet<string>,
    path: Path,
  ): void {
    if (name === undefined || known.has(name)) return
    this.say(path, unknownName(kind, name, nearest(name, known)))
  }

  titles(source: TypeSource, editions: readonly ResolvedType[]): void {
    if (editions.every(({ recognise }) => (recognise?.titles ?? []).length === 0))
      this.say(
        ['id'],
        l10n.t('This type has no title by which a report is recognised. Add "recognise: titles:".'),
      )
    for (const { path, body } of bodiesOf(source))
      for (const [at, title] of (body.recognise?.titles ?? []).entries()) {
        const here = [...path, 'recognise', 'titles', at]
        const rest = title.replace('{authority}', '')
        if (/[{}]/.test(rest))
          this.say(here, l10n.t('Only {0} can be in braces here, and only once.', '{authority}'))
        else if (rest.trim() === '')
          this.say(
            here,
            l10n.t('This title would fit every line. Add words that are always there.'),
          )
        else if (!/^(?:[\p{L}\p{N}]|\{authority\})/u.test(title.trim()))
          this.say(
            here,
            l10n.t('This title cannot fit any line. Begin it with a letter or a number.'),
          )
      }
  }

  private sections(said: TypeBody, path: Path, names: Names): void {
    const seen = new Set<string>()
    const visit = (section: SectionSource, here: Path): void => {
      if (seen.has(section.id))
        this.say(
          [...here, 'id'],
          l10n.t('Two sections have the id "{0}". Change one of them.', section.id),
          'error',
        )
      seen.add(section.id)
      if (section.grade !== undefined && !names.hasScale)
        this.say(
          [...here, 'grade'],
          l10n.t('This type has no scale, so nothing in it can be graded.'),
        )
      this.braces(section.opening, [...here, 'opening'], ['grade', 'authority'])
      this.drafts(section.draft, [...here, 'draft'])
      for (const [at, child] of (section.sections ?? []).entries())
        visit(child, [...here, 'sections', at])
    }
    for (const [at, section] of (said.sections ?? []).entries())
      visit(section, [...path, 'sections', at])
    for (const [at, { section }] of (said.add ?? []).entries())
      visit(section, [...path, 'add', at, 'section'])
  }

  private changes(said: TypeBody, path: Path, before: ReadonlySet<string>): void {
    const there = new Set([...before, ...idsOf(said)])
    for (const id of Object.keys(said.change ?? {}))
      this.named('section', id, there, [...path, 'change', id, 'key'])
    for (const [at, added] of (said.add ?? []).entries()) {
      const here = [...path, 'add', at]
      if (added.after !== undefined && added.into !== undefined)
        this.say([...here, 'into'], l10n.t('Write "after" or "into", not both.'))
      this.named('section', added.after, there, [...here, 'after'])
      this.named('section', added.into, there, [...here, 'into'])
    }
  }

  private scale({ scale }: TypeBody, path: Path, names: Names): void {
    if (scale === undefined) return
    if (scale === null) {
      // Null removes it, although the type of the source does not show that.
      const graded = [...names.graded].slice(0, 3).join(', ')
      if (graded !== '' && !names.hasScale)
        this.say(
          path,
          l10n.t(
            'Without a scale nothing is graded, but sections are ({0}). Under "change", remove their "grade" too.',
            graded,
          ),
        )
      return
    }
    this.braces(scale.line, [...path, 'line'], ['word', 'number'])
    if (scale.line !== undefined && !/\{(?:word|number)\}/.test(scale.line))
      this.say(
        [...path, 'line'],
        l10n.t(
          'The grade line has no place for the grade. Put {0} or {1} into it.',
          '{word}',
          '{number}',
        ),
      )
    const words = new Set<string>()
    const numbers = new Set<number>()
    for (const [at, grade] of (scale.grades ?? []).entries()) {
      for (const word of [grade.word, ...(grade.aliases ?? [])]) {
        if (words.has(word.toLowerCase()))
          this.say(
            [...path, 'grades', at],
            l10n.t('"{0}" is given for two grades. Remove it from one of them.', word),
          )
        words.add(word.toLowerCase())
      }
      if (grade.number === undefined) continue
      if (numbers.has(grade.number))
        this.say(
          [...path, 'grades', at, 'number'],
          l10n.t('Two grades have this number. Change one of them.'),
        )
      numbers.add(grade.number)
    }
  }

  private rows(rows: readonly RowSource[], path: Path, names: Names): void {
    for (const [at, row] of rows.entries()) {
      const here = [...path, at]
      this.named('section', row.section, names.sections, [...here, 'section'])
      if (row.group === undefined && row.title === undefined && row.section === undefined)
        this.say(here, l10n.t('A row needs a section, a title, or, for a group of rows, a group.'))
      else if (row.group === undefined && row.rows !== undefined)
        this.say([...here, 'rows'], l10n.t('Only a group has rows. Write "group" for its title.'))
      for (const [of, statement] of (row.statements ?? []).entries())
        this.braces(statement, [...here, 'statements', of], ['grade', 'authority'])
      this.rows(row.rows ?? [], [...here, 'rows'], names)
    }
  }

  private limits(said: TypeBody, path: Path, names: Names): void {
    const judged = new Set([...names.rows, ...names.graded])
    for (const [at, limit] of (said.limits ?? []).entries()) {
      const here = [...path, 'limits', at]
      for (const [of, id] of limit.of.entries())
        this.named('row or graded section', id, judged, [...here, 'of', of])
      this.named('row or graded section', limit.then, judged, [...here, 'then'])
      for (const [of, word] of limit.is.entries())
        this.named('grade', word.toLowerCase(), names.words, [...here, 'is', of])
      for (const key of ['atMost', 'exactly'] as const)
        this.named('grade', limit[key]?.toLowerCase(), names.words, [...here, key])
      if ((limit.atMost === undefined) === (limit.exactly === undefined))
        this.say(here, l10n.t('A limit says either "atMost" or "exactly".'))
      if ((limit.atLeast ?? 1) > limit.of.length)
        this.say(
          [...here, 'atLeast'],
          limit.of.length === 1
            ? l10n.t('Only one is named here.')
            : l10n.t('Only {0} are named here.', limit.of.length),
        )
    }
  }

  private others(said: TypeBody, path: Path, names: Names): void {
    const { outcomes, standardSentences = [], cover, footer, proportions = [] } = said
    const { title, above, introduction, closing } = said.draft ?? {}
    this.braces(title, [...path, 'draft', 'title'], ['authority'])
    this.drafts(above, [...path, 'draft', 'above'], ['day'])
    this.drafts(introduction, [...path, 'draft', 'introduction'])
    this.drafts(closing, [...path, 'draft', 'closing'])
    this.named('section', outcomes?.section, names.sections, [...path, 'outcomes', 'section'])
    for (const [at, outcome] of (outcomes?.of ?? []).entries())
      for (const key of ['needs', 'excludes'] as const)
        for (const [of, id] of (outcome[key] ?? []).entries())
          this.named('section', id, names.sections, [...path, 'outcomes', 'of', at, key, of])
    for (const [at, { section }] of (standardSentences ?? []).entries())
      this.named('section', section, names.sections, [...path, 'standardSentences', at, 'section'])
    for (const [at, id] of (cover?.order ?? []).entries())
      this.named('field', id, names.fields, [...path, 'cover', 'order', at])
    for (const [at, id] of (footer?.fields ?? []).entries())
      this.named('field', id, names.fields, [...path, 'footer', 'fields', at])
    for (const [at, { from, to }] of (proportions ?? []).entries())
      if (from > to || from < 0 || to > 100)
        this.say(
          [...path, 'proportions', at],
          l10n.t('The percentages run from 0 to 100, the lower one first.'),
        )
    if (this.around.rules !== undefined)
      for (const id of Object.keys(said.rules ?? {}))
        this.named('rule', id, this.around.rules, [...path, 'rules', id, 'key'])
  }

  private drafts(
    texts: readonly string[] | null | undefined,
    path: Path,
    more: readonly string[] = [],
  ): void {
    for (const [at, text] of (texts ?? []).entries())
      this.braces(text, [...path, at], ['grade', 'authority', ...more])
  }

  private valid({ valid }: TypeBody, path: Path): void {
    if (valid?.from !== undefined && valid.to !== undefined && valid.to < valid.from)
      this.say([...path, 'valid', 'to'], l10n.t('The last day is before the first.'))
  }

  /** Editions are in the order of their first days, which all but the first must have. */
  order({ editions = [] }: TypeSource, at: number): void {
    if (at === 0) return
    const from = editions[at]?.valid?.from
    const here = ['editions', at]
    if (from === undefined)
      this.say(
        [...here, 'name'],
        l10n.t('This edition has no first day. Add "valid: { from: … }".'),
      )
    else if (from <= (editions[at - 1]?.valid?.from ?? ''))
      this.say([...here, 'valid', 'from'], l10n.t('The oldest edition comes first. Move this one.'))
  }

  private braces(text: string | undefined, path: Path, allowed: readonly string[]): void {
    for (const [, name = ''] of text?.matchAll(/\{([^{}]*)\}/g) ?? [])
      if (!allowed.includes(name)) this.say(path, onlyInBraces(allowed.map(each => `{${each}}`)))
  }
}

function onlyInBraces([first = '', second, third]: readonly string[]): string {
  if (second === undefined) return l10n.t('Only {0} can be in braces here.', first)
  return third === undefined
    ? l10n.t('Only {0} and {1} can be in braces here.', first, second)
    : l10n.t('Only {0}, {1} and {2} can be in braces here.', first, second, third)
}

function* bodiesOf(
  source: TypeSource,
): Generator<{ readonly path: Path; readonly body: TypeBody }> {
  yield { path: [], body: source }
  for (const [at, body] of (source.editions ?? []).entries()) yield { path: ['editions', at], body }
}

/** Ids of the sections that a body lists and adds. */
export function idsOf(body: TypeBody): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const section of allSections(body)) ids.add(section.id)
  return ids
}

function* allSections({ sections = [], add = [] }: TypeBody): Generator<SectionSource> {
  for (const section of [...(sections ?? []), ...(add ?? []).map(added => added.section)]) {
    yield section
    yield* allSections({ sections: section.sections ?? [] })
  }
}

function namesOf(editions: readonly ResolvedType[]): Names {
  const rows = new Set<string>()
  const addRows = (list: readonly RowSource[]): void => {
    for (const row of list) {
      const id = row.id ?? row.section
      if (id !== undefined) rows.add(id)
      addRows(row.rows ?? [])
    }
  }
  for (const { summary } of editions) addRows(summary?.rows ?? [])
  const sections = editions.flatMap(edition => [...allSections(edition)])
  return {
    rows,
    sections: new Set(sections.map(({ id }) => id)),
    graded: new Set(sections.filter(({ grade }) => grade !== undefined).map(({ id }) => id)),
    fields: new Set(editions.flatMap(({ cover }) => (cover?.fields ?? []).map(({ id }) => id))),
    words: new Set(
      editions.flatMap(({ scale }) =>
        (scale?.grades ?? []).flatMap(({ word, singular = word, plural = word, aliases = [] }) =>
          [word, singular, plural, ...aliases].map(each => each.toLowerCase()),
        ),
      ),
    ),
    hasScale: editions.some(({ scale }) => scale !== undefined),
  }
}
