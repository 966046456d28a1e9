import assert from 'node:assert/strict'
import { builtInTypes } from '../../server/src/types/built-in'
import { catalogueOf } from '../../server/src/types/catalogue'
import type { SectionDefinition } from '../../server/src/types/report-type'
import type { TypeSource } from '../../server/src/types/source'

/** About as many letters as the side panel shows of a line when it is as wide as it is at first. */
const panelWidth = 28

describe('the short names of sections and rows', () => {
  for (const type of builtInTypes()) {
    const edition = type.edition === undefined ? '' : ` ${type.edition}`
    const titles = new Set(type.sections.map(({ title }) => title))
    // A group of the table is called as the part of the report with its title.
    const rows = type.rows.filter(({ kind, title }) => kind === 'row' || !titles.has(title))
    const named = [...type.sections, ...rows]

    it(`fit into the side panel: ${type.id}${edition}`, () =>
      assert.deepEqual(
        named.filter(({ short }) => short.length > panelWidth).map(({ short }) => short),
        [],
      ))

    it(`tell neighbours apart: ${type.id}${edition}`, () => {
      const shared = type.sections.filter(each =>
        siblings(type.sections, each).some(({ short }) => short === each.short),
      )
      assert.deepEqual(
        shared.map(({ id }) => id),
        [],
      )
    })
  }

  it('are those that are known in the field: ILACS', () => {
    const ilacs = builtInTypes().find(
      ({ id, edition }) => id === 'ofsted-ilacs' && edition === 'from April 2026',
    )
    assert.deepEqual(
      ilacs?.rows.map(({ short }) => short),
      ['Leaders', 'Help and protection', 'Children in care', 'Care leavers'],
    )
  })
})

describe('the short name in a type file', () => {
  const base: TypeSource = {
    id: 'base',
    name: 'Base',
    sections: [
      { id: 'care', title: 'The experiences of people in care', short: 'Care' },
      { id: 'plain', title: 'Plain' },
    ],
    summary: {
      rows: [
        { section: 'care' },
        { section: 'care', title: 'People in care' },
        { section: 'care', title: 'People in care', short: 'People' },
        { section: 'plain', title: 'A plain row' },
        { group: 'All other judgements', short: 'Others', rows: [{ title: 'Overall' }] },
      ],
    },
  }
  const typeOf = (source: TypeSource) =>
    catalogueOf([base, source]).find(source.id)?.editions.at(-1)?.compiled()
  const sectionsOf = (source: TypeSource) => typeOf(source)?.sections.map(({ short }) => short)

  it('is the title where none is given', () =>
    assert.deepEqual(sectionsOf(base), ['Care', 'Plain']))

  it("is a row's own, otherwise that of its section, otherwise its title", () =>
    assert.deepEqual(
      typeOf(base)?.rows.map(({ short }) => short),
      ['Care', 'Care', 'People', 'A plain row', 'Others', 'Overall'],
    ))

  for (const [what, change, short] of [
    ['stays when something else is changed', { required: false }, 'Care'],
    ['stays when the same title is given', { title: 'The experiences of people in care' }, 'Care'],
    ['goes with the title it belongs to', { title: 'Life in care' }, 'Life in care'],
    ['is changed with the title', { title: 'Life in care', short: 'Life' }, 'Life'],
    ['is changed by itself', { short: 'Those in care' }, 'Those in care'],
  ] as const)
    it(what, () =>
      assert.deepEqual(
        sectionsOf({ id: 'own', name: 'Own', extends: 'base', change: { care: change } }),
        [short, 'Plain'],
      ),
    )
})

function siblings(
  sections: readonly SectionDefinition[],
  of: SectionDefinition,
): readonly SectionDefinition[] {
  return sections.filter(each => each !== of && each.parent === of.parent)
}
