import assert from 'node:assert/strict'
import { catalogueOf } from '../../server/src/types/catalogue'
import { compileEdition } from '../../server/src/types/compile'
import { resolveType } from '../../server/src/types/resolve'
import type { TypeSource } from '../../server/src/types/source'

const visit: TypeSource = {
  id: 'visit',
  name: 'Visit',
  recognise: { titles: ['Report of a visit'] },
  scale: { line: 'Grade: {word}', grades: [{ word: 'good' }, { word: 'weak' }] },
  rules: { 'missing-field': 'hint' },
  sections: [
    { id: 'about', title: 'About this visit' },
    {
      id: 'children',
      title: 'Children',
      kind: 'group',
      sections: [{ id: 'care', title: 'Care', grade: 'line', subjects: ['caring'] }],
    },
    { id: 'record', title: 'Record', kind: 'summary' },
  ],
  summary: { rows: [{ group: 'Children', rows: [{ section: 'care' }, { title: 'Equality' }] }] },
}

const titlesOf = (source: TypeSource, sources: readonly TypeSource[] = [visit]) =>
  catalogueOf([...sources.filter(({ id }) => id !== source.id), source])
    .find(source.id)
    ?.editions.map(edition => edition.compiled().sections.map(({ title }) => title))

describe('a type that extends another', () => {
  it('takes over what it does not say, key by key', () => {
    const type = catalogueOf([
      visit,
      { id: 'short', name: 'Short visit', extends: 'visit', rules: { 'open-note': 'off' } },
    ])
      .find('short')
      ?.editions[0]?.compiled()
    assert.deepEqual(type?.severities, { 'missing-field': 'hint', 'open-note': 'off' })
    assert.deepEqual(type?.titles, ['Report of a visit'])
    assert.equal(type?.name, 'Short visit')
  })

  it('replaces a list as a whole, and null takes a key out', () => {
    const source = {
      id: 'short',
      name: 'Short visit',
      extends: 'visit',
      recognise: { titles: ['Short visit'] },
      scale: null,
    } as unknown as TypeSource
    const [resolved] = resolveType(source, () => visit)
    assert.deepEqual(resolved?.recognise, { titles: ['Short visit'] })
    assert.equal(resolved?.scale, undefined)
  })

  it('changes, adds and takes out sections', () => {
    assert.deepEqual(
      titlesOf({
        id: 'short',
        name: 'Short visit',
        extends: 'visit',
        change: { about: null, care: { title: 'Quality of care' } },
        add: [
          { into: 'children', section: { id: 'safety', title: 'Safety' } },
          { after: 'children', section: { id: 'staff', title: 'Staff' } },
          { section: { id: 'end', title: 'About us' } },
        ],
      }),
      [['Children', 'Quality of care', 'Safety', 'Staff', 'Record', 'About us']],
    )
  })

  it('takes out the row of a section that it takes out', () => {
    const [resolved] = resolveType(
      { id: 'short', name: 'Short', extends: 'visit', change: { care: null } },
      () => visit,
    )
    assert.deepEqual(resolved?.summary?.rows, [
      { group: 'Children', rows: [{ title: 'Equality' }] },
    ])
  })

  it('changes the type of its own id that it is put over', () => {
    const under = catalogueOf([visit])
    const own = catalogueOf(
      [{ id: 'visit', name: 'Our visits', extends: 'visit', change: { about: null } }],
      under,
    )
    const above = catalogueOf([{ id: 'other', name: 'Other', extends: 'visit' }], own)
    for (const catalogue of [own, above])
      assert.deepEqual(
        catalogue
          .find('visit')
          ?.editions[0]?.compiled()
          .sections.map(({ id }) => id),
        ['children', 'care', 'record'],
      )
    assert.equal(above.find('other')?.editions[0]?.compiled().sections.length, 3)
    assert.equal(under.find('visit')?.editions[0]?.compiled().sections.length, 4)
  })

  it('may be in a cycle, or extend what does not exist: what it says itself is taken', () => {
    const one: TypeSource = { id: 'one', name: 'One', extends: 'two' }
    const two: TypeSource = { id: 'two', name: 'Two', extends: 'one', timescales: ['Now'] }
    const three: TypeSource = { id: 'three', name: 'Three', extends: 'nothing' }
    const { types } = catalogueOf([one, two, three])
    assert.deepEqual(
      types.map(type => type.editions[0]?.compiled().timescales),
      [['Now'], ['Now'], []],
    )
  })
})

describe('the editions of a type', () => {
  const dated: TypeSource = {
    ...visit,
    valid: { from: '2018-01-01' },
    editions: [
      { name: 'first' },
      {
        name: 'from 2023',
        valid: { from: '2023-01-01' },
        add: [{ into: 'children', section: { id: 'leavers', title: 'Care leavers' } }],
      },
      { name: 'from 2026', valid: { from: '2026-04-01' }, change: { about: null } },
    ],
  }

  it('go on from each other, and each lasts until the next begins', () => {
    assert.deepEqual(
      resolveType(dated).map(({ edition, valid }) => [edition, valid]),
      [
        ['first', { from: '2018-01-01', to: '2022-12-31' }],
        ['from 2023', { from: '2023-01-01', to: '2026-03-31' }],
        ['from 2026', { from: '2026-04-01' }],
      ],
    )
    assert.deepEqual(titlesOf(dated), [
      ['About this visit', 'Children', 'Care', 'Record'],
      ['About this visit', 'Children', 'Care', 'Care leavers', 'Record'],
      ['Children', 'Care', 'Care leavers', 'Record'],
    ])
  })

  it('are those of the extended type, with the own changes made to each', () => {
    const own: TypeSource = {
      id: 'own',
      name: 'Own',
      extends: 'visit',
      change: { care: { title: 'Quality of care' } },
    }
    assert.deepEqual(titlesOf(own, [dated]), [
      ['About this visit', 'Children', 'Quality of care', 'Record'],
      ['About this visit', 'Children', 'Quality of care', 'Care leavers', 'Record'],
      ['Children', 'Quality of care', 'Care leavers', 'Record'],
    ])
  })
})

describe('a compiled type', () => {
  it('has limits with their judgements and grades', () => {
    const [resolved] = resolveType({
      ...visit,
      limits: [
        // biome-ignore lint/suspicious/noThenProperty: it is the format's word
        { of: ['care'], is: ['weak'], then: 'all', atMost: 'weak' },
        // biome-ignore lint/suspicious/noThenProperty: it is the format's word
        { of: ['nothing'], is: ['weak'], then: 'all', atMost: 'weak' },
      ],
      summary: { rows: [{ section: 'care' }, { id: 'all', title: 'Overall' }] },
    })
    const type = compileEdition(resolved!)
    assert.equal(type.limits.length, 1)
    const [limit] = type.limits
    assert.equal(limit?.of[0], type.sections[2])
    assert.equal(limit?.limited, type.rows[1])
    assert.deepEqual([limit?.atLeast, limit?.atMost?.word, limit?.onlyIf], [1, 'weak', false])
  })
})
