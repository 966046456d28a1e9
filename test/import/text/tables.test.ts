/** Tables that pasted text sets in columns with nothing but spaces, one difficulty at a time. */

import assert from 'node:assert/strict'
import { readColumns as read } from '../../support/columns'

/** The rows of the only table, without the lines that Markdown needs. */
function rows(table: readonly string[], open: readonly string[] = []): readonly string[] {
  const found = read(table)
  assert.deepEqual(found.open, open)
  const width = (found.draft[1]?.split('|').length ?? 0) - 2
  assert.deepEqual(found.draft.slice(0, 2), [
    `|${' |'.repeat(width)}`,
    `|${' --- |'.repeat(width)}`,
  ])
  return found.draft.slice(2)
}

describe('a table set in columns', () => {
  it('has a row for each line where every cell has room on one', () => {
    assert.deepEqual(
      rows([
        ' Ofsted                                   Care Quality Commission',
        ' Adam Thripp HMI, Ofsted lead inspector   Kaye Marsh, CQC lead inspector',
        ' Lou Walker, Ofsted HMI                   Andrea Fenn, CQC inspector',
        ' Lynn Kilbride, Ofsted Inspector',
      ]),
      [
        '| Ofsted | Care Quality Commission |',
        '| Adam Thripp HMI, Ofsted lead inspector | Kaye Marsh, CQC lead inspector |',
        '| Lou Walker, Ofsted HMI | Andrea Fenn, CQC inspector |',
        '| Lynn Kilbride, Ofsted Inspector | |',
      ],
    )
  })

  it('puts a label and its cell together, both wrapped, with capitals within', () => {
    assert.deepEqual(
      rows([
        ' Responsible body                 Areas for priority action',
        ' Westmarch County Council         Leaders should ensure that the Harbour plan is kept',
        ' and NHS North Westmarch          up to date. It should be overseen by shared governance',
        ' ICB                              so that the pace of improvement is kept.',
        ' Westmarch County Council         Leaders should keep to the',
        ' and NHS North Westmarch          Harbour plan. They should do so from now on and in all',
        ' ICB                              that they do.',
      ]),
      [
        '| Responsible body | Areas for priority action |',
        '| Westmarch County Council and NHS North Westmarch ICB | Leaders should ensure that the Harbour plan is kept up to date. It should be overseen by shared governance so that the pace of improvement is kept. |',
        '| Westmarch County Council and NHS North Westmarch ICB | Leaders should keep to the Harbour plan. They should do so from now on and in all that they do. |',
      ],
    )
  })

  it('keeps bullets in a cell, and joins words that are broken in it', () => {
    assert.deepEqual(
      rows(
        [
          ' Responsible body                 Areas for priority action',
          ' Westmarch County Council         Leaders should work together to improve the early',
          '                                  identification of needs. They should improve:',
          '                                      • children’s access to support from schools and',
          '                                          from health visitors',
          '                                      ▪   access to a well-',
          '                                          resourced team.',
          '',
          '                                  They should do so at once.',
          ' North Westmarch ICB              Leaders should improve transitions from birth to 25.',
        ],
        [
          '7 Joined "well-resourced" over two lines and kept the hyphen. Check whether it belongs there.',
        ],
      ),
      [
        '| Responsible body | Areas for priority action |',
        '| Westmarch County Council | Leaders should work together to improve the early identification of needs. They should improve: • children’s access to support from schools and from health visitors • access to a well-resourced team. They should do so at once. |',
        '| North Westmarch ICB | Leaders should improve transitions from birth to 25. |',
      ],
    )
  })

  it('goes on over a page break, the running footer left out', () => {
    const footer = (number: number) => [
      '',
      'Inspection report: Westmarch local area',
      `4 to 8 March 2024                                                              ${number}`,
    ]
    assert.deepEqual(
      rows([
        ' Responsible body                 Areas for priority action',
        ' Westmarch County Council         Leaders should ensure that the Harbour plan is kept',
        ' and North Westmarch              up to date. It should be overseen by shared governance',
        ...footer(2),
        '\f                                so that the pace of improvement is kept.',
        ' Westmarch County Council         Leaders should work together to improve the early',
        ' and North Westmarch              identification of needs.',
        ...footer(3),
        '\f Westmarch Police              Leaders should improve transitions.',
        ...footer(4),
        '\f',
      ]),
      [
        '| Responsible body | Areas for priority action |',
        '| Westmarch County Council and North Westmarch | Leaders should ensure that the Harbour plan is kept up to date. It should be overseen by shared governance so that the pace of improvement is kept. |',
        '| Westmarch County Council and North Westmarch | Leaders should work together to improve the early identification of needs. |',
        '| Westmarch Police | Leaders should improve transitions. |',
      ],
    )
  })

  it('keeps web addresses and lines of a postal address apart, and joins what is left of a line', () => {
    assert.deepEqual(
      rows([
        'Local authority                                  Integrated care board',
        'Westmarch Council                                North Westmarch ICB',
        'Leanne Farrow, Director of all the Children’s    Paul Bent, Chief Executive Officer',
        'Services',
        'www.westmarch.example                            www.icb.westmarch.example',
        'Dock Road                                        2nd Floor, Gull House',
        'Westmarch                                        Lower Stone Street',
        '                                                 Eastport',
      ]),
      [
        '| Local authority | Integrated care board |',
        '| Westmarch Council | North Westmarch ICB |',
        '| Leanne Farrow, Director of all the Children’s Services | Paul Bent, Chief Executive Officer |',
        '| www.westmarch.example | www.icb.westmarch.example |',
        '| Dock Road | 2nd Floor, Gull House |',
        '| Westmarch | Lower Stone Street Eastport |',
      ],
    )
  })

  it('puts lines of an address together that end with commas', () => {
    assert.deepEqual(
      rows([
        ' Local authority                                 Integrated care board',
        ' Westmarch-on-Sea City Council,                  NHS Mid and South Westmarch,',
        ' Harbour Centre, Victoria Avenue,                Gull House, Dock Road,',
        ' Westmarch WM2 6ER                               Eastport WM14 3EZ',
      ]),
      [
        '| Local authority | Integrated care board |',
        '| Westmarch-on-Sea City Council, Harbour Centre, Victoria Avenue, Westmarch WM2 6ER | NHS Mid and South Westmarch, Gull House, Dock Road, Eastport WM14 3EZ |',
      ],
    )
  })

  it('has rows without a label where each line is a row', () => {
    assert.deepEqual(
      rows([
        ' Local authority                                 Integrated care boards',
        ' Westmarch County Council                        North Westmarch ICB',
        ' Ann Thripp                                      Bo Marsh',
        '',
        '                                                 South Westmarch ICB',
        '                                                 Cy Fenn',
        ' www.westmarch.example                           www.icb.example',
      ]),
      [
        '| Local authority | Integrated care boards |',
        '| Westmarch County Council | North Westmarch ICB |',
        '| Ann Thripp | Bo Marsh |',
        '| | South Westmarch ICB |',
        '| | Cy Fenn |',
        '| www.westmarch.example | www.icb.example |',
      ],
    )
  })

  it('has cells of several sentences', () => {
    assert.deepEqual(
      rows([
        'Strength                          Evidence',
        'Ships are met.                    Inspectors saw twelve ships. All were met by a',
        '                                  person who knew them. Nobody waited.',
        'Books are kept.                   The books are in order. They are kept by hand.',
        '                                  Each week, the police read them.',
      ]),
      [
        '| Strength | Evidence |',
        '| Ships are met. | Inspectors saw twelve ships. All were met by a person who knew them. Nobody waited. |',
        '| Books are kept. | The books are in order. They are kept by hand. Each week, the police read them. |',
      ],
    )
  })

  it('has labels beside the middle of their cells', () => {
    assert.deepEqual(
      rows([
        'Responsible body                 Areas for priority action',
        '                                 Leaders should ensure that the harbour plan is kept',
        'Westmarch County Council         up to date. It should be overseen by shared governance',
        '                                 so that the pace of improvement is kept.',
        '                                 Leaders should work together to improve the early',
        'North Westmarch ICB              identification of needs. In particular, they should',
        '                                 improve access.',
      ]),
      [
        '| Responsible body | Areas for priority action |',
        '| Westmarch County Council | Leaders should ensure that the harbour plan is kept up to date. It should be overseen by shared governance so that the pace of improvement is kept. |',
        '| North Westmarch ICB | Leaders should work together to improve the early identification of needs. In particular, they should improve access. |',
      ],
    )
  })

  it('has labels and grades beside the middle of each other, no line with both', () => {
    assert.deepEqual(
      rows([
        ' Area                                                          Grade',
        ' The experiences and progress of children who need help and',
        '                                                               Good',
        ' protection',
        '                                                               Requires improvement',
        ' The experiences and progress of children in care',
        '                                                               to be good',
        ' The experiences and progress of care leavers                  Inadequate',
        '                                                               Requires improvement',
        ' Overall effectiveness',
        '                                                               to be good',
      ]),
      [
        '| Area | Grade |',
        '| The experiences and progress of children who need help and protection | Good |',
        '| The experiences and progress of children in care | Requires improvement to be good |',
        '| The experiences and progress of care leavers | Inadequate |',
        '| Overall effectiveness | Requires improvement to be good |',
      ],
    )
  })

  it('has titles of rows that reach over all columns, where these hold grades', () => {
    assert.deepEqual(
      rows([
        ' Safety                         Good',
        ' Outcomes for children who are looked after',
        ' Being healthy                  Adequate',
        ' Staying safe                   Good',
        ' Making a positive contribution Good',
        ' Enjoying and achieving         Good',
      ]),
      [
        '| Safety | Good |',
        '| Outcomes for children who are looked after | |',
        '| Being healthy | Adequate |',
        '| Staying safe | Good |',
        '| Making a positive contribution | Good |',
        '| Enjoying and achieving | Good |',
      ],
    )
  })

  it('has a cell that is pushed out of line by the one before it', () => {
    assert.deepEqual(
      rows([
        '        Outstanding (Grade 1) A service that does far more than',
        '                              the least that it must',
        '        Good (Grade 2)                A service that does more than',
        '                                      it must',
        '        Adequate (Grade 3)            A service that does what it must',
      ]),
      [
        '| Outstanding (Grade 1) | A service that does far more than the least that it must |',
        '| Good (Grade 2) | A service that does more than it must |',
        '| Adequate (Grade 3) | A service that does what it must |',
      ],
    )
  })

  it('has three columns, wrapped, one of them empty in a row', () => {
    assert.deepEqual(
      rows([
        'Finding                       What is needed                Who',
        'Books are kept by hand        A plan for a register that    The harbour',
        'and nobody reads them.        all can read. It should be    company',
        '                              ready by May.',
        'Ships are met late.           More people on duty at        The police',
        '                              night.',
        'Boats are not met.                                          The police',
      ]),
      [
        '| Finding | What is needed | Who |',
        '| Books are kept by hand and nobody reads them. | A plan for a register that all can read. It should be ready by May. | The harbour company |',
        '| Ships are met late. | More people on duty at night. | The police |',
        '| Boats are not met. | | The police |',
      ],
    )
  })

  it('has numbers that end below each other', () => {
    assert.deepEqual(
      rows([
        'Measure                        2022            2023',
        'Children in care                140           1,152',
        'Children with a plan             88              91',
        'Care leavers                    101              97',
      ]),
      [
        '| Measure | 2022 | 2023 |',
        '| Children in care | 140 | 1,152 |',
        '| Children with a plan | 88 | 91 |',
        '| Care leavers | 101 | 97 |',
      ],
    )
  })

  it('divides a full cell from the next only where a cell begins there in other rows', () => {
    const team = (line: string) => [
      'Ofsted                                         Care Quality Commission',
      line,
      'Meg Marsh, Ofsted HMI                          Dave Reed, CQC Inspector',
    ]
    assert.deepEqual(
      rows(team('Kate Thripp-Marshalls, Ofsted HMI, team leader Liz Fenn, CQC'))[1],
      '| Kate Thripp-Marshalls, Ofsted HMI, team leader | Liz Fenn, CQC |',
    )
    assert.deepEqual(
      rows(team('Kate Thripp, Ofsted HMI, lead inspector Liz Fenn, CQC lead inspector'), [
        '2 The columns of this line of a table could not be told apart. All of it is in the first.',
      ])[1],
      '| Kate Thripp, Ofsted HMI, lead inspector Liz Fenn, CQC lead inspector | |',
    )
  })

  it('lists a line that may go on with the row above, and leaves it a row', () => {
    assert.deepEqual(
      rows(
        [
          ' Responsible body                 Areas for priority action',
          ' Westmarch County Council         Leaders should ensure that the Harbour plan is kept',
          ' and Westmarch Police             up to date.',
          ' North Westmarch and Eastport     Leaders should improve the quality of support.',
          ' Hospitals                        This should include all children.',
        ],
        ['5 This line of a table may go on with the row above. It was left as a row of its own.'],
      ).slice(-2),
      [
        '| North Westmarch and Eastport | Leaders should improve the quality of support. |',
        '| Hospitals | This should include all children. |',
      ],
    )
  })

  it('is a table though it is a single row of titles', () => {
    assert.deepEqual(read(['Key judgement                               Judgement grade']), {
      draft: ['| Key judgement | Judgement grade |', '| --- | --- |'],
      open: [],
    })
  })
})
