/** Makes complete bodies of report types: what a type inherits from another, and what each edition changes. */

import type {
  EditionSource,
  RowSource,
  SectionSource,
  SummarySource,
  TypeBody,
  TypeSource,
} from './source'

/**
 * One edition of a type with everything it inherits; `extends`, `editions`, `change` and `add` are worked out.
 */
export interface ResolvedType extends TypeBody {
  readonly id: string
  readonly name: string
  /** The edition's name; undefined for a type that has only one wording, or an edition without a name. */
  readonly edition: string | undefined
}

/**
 * The editions of a type, oldest first; a type without `editions` is its own and only edition.
 *
 * A type that extends another starts from that one's body. It has that one's editions too, with its own
 * changes made to each of them, unless it lists editions itself. An edition starts from the one before it, so
 * it says only what was new; `valid` alone is never inherited. An edition that names no last day lasts until
 * the next begins.
 *
 * `baseOf` gives the type that one extends. A base that does not exist, or a cycle, counts as an empty body:
 * the checks of type files report them (`types/checked.ts`).
 */
export function resolveType(
  source: TypeSource,
  baseOf: (source: TypeSource) => TypeSource | undefined = () => undefined,
): readonly ResolvedType[] {
  const { body, editions } = bodiesOf(source, baseOf, new Set())
  const { id, name } = source
  if (editions.length === 0) return [{ ...body, id, name, edition: undefined }]
  return editions.map((edition, at) => {
    const next = editions[at + 1]?.body.valid?.from
    const valid = edition.body.valid ?? {}
    const to = valid.to ?? (next === undefined ? body.valid?.to : dayBefore(next))
    const from = valid.from ?? (at === 0 ? body.valid?.from : undefined)
    return {
      ...edition.body,
      valid: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      id,
      name,
      edition: edition.name,
    }
  })
}

interface Bodies {
  readonly body: TypeBody
  readonly editions: readonly { readonly name: string | undefined; readonly body: TypeBody }[]
}

function bodiesOf(
  source: TypeSource,
  baseOf: (source: TypeSource) => TypeSource | undefined,
  above: ReadonlySet<TypeSource>,
): Bodies {
  const found = source.extends === undefined ? undefined : baseOf(source)
  const base: Bodies =
    found === undefined || found === source || above.has(found)
      ? { body: {}, editions: [] }
      : bodiesOf(found, baseOf, new Set([...above, source]))
  const body = merged(base.body, source)
  if (source.editions === undefined)
    return {
      body,
      editions: base.editions.map(edition => ({
        name: edition.name,
        body: withValid(merged(edition.body, source), source.valid ?? edition.body.valid),
      })),
    }
  let before = body
  const editions = (source.editions ?? []).map(edition => {
    before = withValid(merged(before, edition), edition.valid)
    return { name: edition.name, body: before }
  })
  return { body, editions }
}

function withValid(body: TypeBody, valid: TypeBody['valid']): TypeBody {
  const { valid: _, ...rest } = body
  return valid === undefined ? rest : { ...rest, valid }
}

/** What a body says once `over` has been applied to it. */
function merged(under: TypeBody, over: TypeSource | EditionSource): TypeBody {
  const { change: changes, add: additions, ...said } = over
  // Null means nothing here, as everywhere.
  const change = changes ?? {}
  const add = additions ?? []
  const body = mergedValue(under, bodyOf(said)) as TypeBody
  let sections = body.sections ?? []
  let summary = body.summary
  if (Object.keys(change).length > 0) {
    sections = changed(sections, change)
    const gone = new Set(Object.keys(change).filter(id => change[id] === null))
    // A section that is taken out takes its row with it, unless the table is given anew.
    if (summary !== undefined && over.summary?.rows === undefined)
      summary = withoutRows(summary, gone)
  }
  for (const each of add) sections = withSection(sections, each)
  return {
    ...body,
    ...(sections.length > 0 && { sections }),
    ...(summary !== undefined && { summary }),
  }
}

/** A type or edition without the keys that are not part of a body. */
function bodyOf(said: Omit<TypeSource, 'change' | 'add'> | EditionSource): TypeBody {
  const {
    id: _id,
    name: _name,
    extends: _extends,
    editions: _editions,
    ...body
  } = said as TypeSource
  return body
}

/** Mappings key by key, anything else as a whole; null removes a key. */
function mergedValue(under: unknown, over: unknown): unknown {
  if (!isMapping(over)) return over
  const result: Record<string, unknown> = isMapping(under) ? { ...under } : {}
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete result[key]
    else if (value !== undefined) result[key] = mergedValue(result[key], value)
  }
  return result
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function changed(
  sections: readonly SectionSource[],
  change: NonNullable<TypeBody['change']>,
): SectionSource[] {
  return sections.flatMap(section => {
    const asked = Object.hasOwn(change, section.id) ? change[section.id] : undefined
    if (asked === null) return []
    const next =
      asked === undefined
        ? section
        : (mergedValue(renamed(section, asked), asked) as unknown as SectionSource)
    return next.sections === undefined
      ? [next]
      : [{ ...next, sections: changed(next.sections, change) }]
  })
}

/** A short name belongs to a title: under another title, it would name something else. */
function renamed(section: SectionSource, { title }: Partial<SectionSource>): SectionSource {
  if (title === undefined || title === section.title) return section
  const { short: _, ...rest } = section
  return rest
}

function withoutRows(summary: SummarySource, gone: ReadonlySet<string>): SummarySource {
  const keep = (rows: readonly RowSource[]): RowSource[] =>
    rows
      .filter(row => row.section === undefined || !gone.has(row.section))
      .map(row => (row.rows === undefined ? row : { ...row, rows: keep(row.rows) }))
  return { ...summary, rows: keep(summary.rows ?? []) }
}

type Added = NonNullable<TypeBody['add']>[number]

/** A section of the same id that is already there gives way to the one that is added. */
function withSection(sections: readonly SectionSource[], added: Added): SectionSource[] {
  const rest = changed(sections, { [added.section.id]: null })
  if (added.after === undefined && added.into === undefined) return [...rest, added.section]
  const placed = (list: readonly SectionSource[]): SectionSource[] =>
    list.flatMap(section => {
      const inner = section.sections === undefined ? undefined : placed(section.sections)
      const into = section.id === added.into ? [...(inner ?? []), added.section] : inner
      const here = into === undefined ? section : { ...section, sections: into }
      return section.id === added.after ? [here, added.section] : [here]
    })
  return placed(rest)
}

/** The day before an ISO day: `2022-12-31` for `2023-01-01`. */
function dayBefore(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? day : new Date(time - 86_400_000).toISOString().slice(0, 10)
}
