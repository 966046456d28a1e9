import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { readGrid } from '../../../server/src/report/grid/grid'
import { parseReport } from '../../../server/src/report/parse'
import { LineIndex } from '../../../server/src/text/lines'
import { changed, clean } from '../../reports/samples'

function cellsOf(text: string): readonly string[] {
  const lines = new LineIndex(text)
  return readGrid(text, lines, { first: 0, last: lines.count }).map(({ cells }) =>
    cells.map(({ start, end }) => text.slice(start, end)).join(' | '),
  )
}

const tables: Readonly<Record<string, readonly [text: string, rows: readonly string[]]>> = {
  'whose longest name reaches to the next column': [
    'Provision           Children\nFostering services  9\nResidential         12',
    ['Provision | Children', 'Fostering services | 9', 'Residential | 12'],
  ],
  'with a number two spaces from a short name': [
    'Adoption       3\nFostering  9\nResidential    12',
    ['Adoption | 3', 'Fostering | 9', 'Residential | 12'],
  ],
  'whose first row is the tight one': [
    'Independent agencies  14\nResidential           12\nAdoption               3',
    ['Independent agencies | 14', 'Residential | 12', 'Adoption | 3'],
  ],
  'whose last row is the tight one': [
    'Residential           12\nIndependent agencies  14',
    ['Residential | 12', 'Independent agencies | 14'],
  ],
  'with numbers set to the right': [
    'Residential            12\nIndependent agencies  140',
    ['Residential | 12', 'Independent agencies | 140'],
  ],
  'of three columns': [
    'Setting             Children   Staff\nFostering services  9          2\nResidential         12         1',
    ['Setting | Children | Staff', 'Fostering services | 9 | 2', 'Residential | 12 | 1'],
  ],
  'with sums and shares': [
    'Fostering        £1,250\nSpecial schools  £2,500.50\nTransport        45%',
    ['Fostering | £1,250', 'Special schools | £2,500.50', 'Transport | 45%'],
  ],
  'with words in its cells': [
    'Staying safe    Good\nBeing healthy in care  Adequate\nLearning             Good',
    ['Staying safe | Good', 'Being healthy in care | Adequate', 'Learning | Good'],
  ],
  'that is indented': [
    '    Residential         12\n    Fostering services  9',
    ['Residential | 12', 'Fostering services | 9'],
  ],
  'with two tight rows': [
    'Residential         12\nFostering services  9\nAgency placements  7\nAdoption            3',
    ['Residential | 12', 'Fostering services | 9', 'Agency placements | 7', 'Adoption | 3'],
  ],
}

describe('a table in columns', () => {
  for (const [how, [text, rows]] of Object.entries(tables)) {
    it(`${how} has a cell in each column of each row`, () => assert.deepEqual(cellsOf(text), rows))

    it(`${how} is one table in a report, and in its import`, () => {
      const report = parseReport(
        changed(clean, '\n5. The Westmarch', `\n${text}\n\n5. The Westmarch`),
      )
      const blocks = report?.blocks.filter(({ kind }) => kind === 'table') ?? []
      const own = blocks.filter(({ start }) => !report?.text.startsWith('|', start))
      assert.deepEqual(
        own.map(({ firstLine, lastLine }) => lastLine - firstLine),
        [rows.length],
      )
      const imported = tidy(report?.text ?? '').text
      for (const row of rows) assert.ok(imported.includes(`\n| ${row} |\n`), row)
    })
  }

  it('does not take in sentences with two spaces between them, nor a paragraph’s number', () => {
    assert.deepEqual(cellsOf('Residential         12\nThey rose.  All did so'), [
      'Residential | 12',
      'They rose.  All did so',
    ])
    assert.deepEqual(cellsOf('Residential         12\n12.  Children'), [
      'Residential | 12',
      '12.  Children',
    ])
    assert.deepEqual(cellsOf('Residential         Good\nThis had  been so'), [
      'Residential | Good',
      'This had  been so',
    ])
  })
})
