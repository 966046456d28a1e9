import assert from 'node:assert/strict'
import type { NumberingFault } from '../../../server/src/report/model'
import { reportOf } from '../../support/check-rule'

/** A section whose paragraphs begin with the given words: a number, or nothing for an unnumbered one. */
function section(...labels: readonly string[]): string {
  const texts = labels.map(label => `${label === '' ? '' : `${label}. `}Visits are made when due.`)
  return `## Staying safe\n\n${texts.join('\n\n')}\n`
}

function inWords(fault: NumberingFault): string {
  switch (fault.kind) {
    case 'missing':
      return `missing ${fault.expected}`
    case 'displaced':
      return `displaced ${fault.paragraph.number}`
    case 'skipped':
      return `skipped ${fault.expected} at ${fault.paragraph.number}`
    default:
      return `${fault.kind} ${fault.paragraph.number} for ${fault.expected ?? '?'}`
  }
}

function faults(text: string): readonly string[] {
  return reportOf(text).numbering.faults.map(inWords)
}

describe('numbering', () => {
  it('finds nothing in a right sequence, with or without unnumbered paragraphs', () => {
    assert.deepEqual(faults(section('1', '2', '3')), [])
    assert.deepEqual(faults(section('1', '', '2', '', '3', '')), [])
    assert.deepEqual(faults(section('', '')), [])
  })

  it('distinguishes a slip of the keyboard from a moved paragraph', () => {
    assert.deepEqual(faults(section('1', '2', '31', '4')), ['out-of-order 31 for 3'])
    assert.deepEqual(faults(section('1', '3', '2', '4')), ['out-of-order 3 for ?'])
    assert.deepEqual(faults(section('7', '2', '3', '4')), ['out-of-order 7 for 1'])
    assert.deepEqual(faults(section('1', '2', '4', '5', '6', '3', '7')), ['out-of-order 3 for ?'])
  })

  it('finds a number that is used twice', () => {
    assert.deepEqual(faults(section('1', '2', '2', '4')), ['duplicate 2 for 3'])
    assert.deepEqual(faults(section('1', '1', '2', '3')), ['duplicate 1 for ?'])
    assert.deepEqual(faults(section('1', '3', '3', '4')), ['duplicate 3 for 2'])
    assert.deepEqual(faults(section('1', '2', '3', '3')), ['duplicate 3 for 4'])
  })

  it('finds numbers that begin again once', () => {
    assert.deepEqual(faults(section('1', '2', '3', '4', '1', '2', '3', '4')), ['duplicate 1 for ?'])
  })

  it('finds a broken sequence once', () => {
    const backwards = Array.from({ length: 40 }, (_, at) => String(40 - at))
    assert.deepEqual(faults(section(...backwards)), ['out-of-order 40 for ?'])
    const equal = Array.from({ length: 40 }, () => '1')
    assert.deepEqual(faults(section(...equal)), ['duplicate 1 for ?'])
  })

  it('finds a number that is left out once, whatever follows', () => {
    assert.deepEqual(faults(section('1', '2', '4', '5')), ['skipped 3 at 4'])
    assert.deepEqual(faults(section('1', '2', '6', '7')), ['skipped 3 at 6'])
    assert.deepEqual(faults(section('1', '2', '3', '40')), ['skipped 4 at 40'])
    assert.deepEqual(faults(section('2', '3', '4')), ['skipped 1 at 2'])
  })

  it('gives a gap to the unnumbered paragraph in it', () => {
    assert.deepEqual(faults(section('1', '', '3')), ['missing 2'])
    assert.deepEqual(faults(section('', '2', '3')), ['missing 1'])
    assert.deepEqual(faults(section('1', '', '', '4')), ['missing 2', 'missing 3'])
    assert.deepEqual(faults(section('1', '', '4')), ['skipped 2 at 4'])
  })

  it('gives stray numbers and unnumbered paragraphs their numbers in the order of the text', () => {
    assert.deepEqual(faults(section('1', '', '31', '4')), ['missing 2', 'out-of-order 31 for 3'])
    assert.deepEqual(faults(section('1', '31', '', '4')), ['out-of-order 31 for 2', 'missing 3'])
  })

  it('chooses the paragraph under its heading, and no list, lead or rest of one', () => {
    const text = `## About this inspection

1. The purpose is to help.

The evidence that inspectors looked at included:

- case files of children

- letters from parents

## Service information

Westmarch is a county by the sea, and few live there.

3. There are four towns.
`
    const [fault] = reportOf(text).numbering.faults
    assert.equal(fault?.kind, 'missing')
    assert.ok(fault?.kind === 'missing' && text.startsWith('Westmarch', fault.block.content.start))
  })

  it('finds a number in the running text of an unnumbered paragraph or item', () => {
    for (const mark of ['', '- ']) {
      const text = `## Being healthy

${mark}1. Health outcomes are good.

${mark}A jointly funded Child 2. Health Service sees children soon.

${mark}3. Dentists are easy to find.
`
      const { paragraphs, faults: found } = reportOf(text).numbering
      assert.deepEqual(found.map(inWords), ['displaced 2'])
      assert.deepEqual(
        paragraphs.map(({ number, displaced }) => (displaced ? -number : number)),
        [1, -2, 3],
      )
    }
  })

  it('finds a paragraph that begins inside another', () => {
    const text =
      '## Being healthy\n\n1. Health is good. 2. Dentists are near.\n\n3. Care is good.\n'
    const [fault] = reportOf(text).numbering.faults
    assert.ok(fault?.kind === 'displaced' && fault.at === text.indexOf('2.'))
  })

  it('takes no count in the text for a displaced number', () => {
    const text = '## Being healthy\n\n1. The number fell to 2. It is low.\n\n2. Care is good.\n'
    assert.deepEqual(faults(text), [])
  })

  it('leaves paragraphs of a misplaced section to that section', () => {
    const text = `## Services for looked after children

### Being healthy

1. Health outcomes are good.

2. Dentists are easy to find.

### Enjoying and achieving

5. Most children do well.

6. Schools help them.

### Staying safe

3. Children are safe.

4. Visits are made when due.

### Economic well-being

7. Care leavers find homes.

8. They find work.
`
    assert.deepEqual(faults(text), [])
  })

  it('leaves a section that is before its namesake to that section', () => {
    const text = `## Safeguarding services

### Capacity for improvement

2. The capacity for improvement is good.

3. Leaders know what to do.

4. They have done it before.

## Services for looked after children

### Overall effectiveness

1. This was moved here from the first part.

### Overall effectiveness

5. The overall effectiveness is good.

### Capacity for improvement

6. The capacity for improvement is good.
`
    assert.deepEqual(faults(text), [])
  })

  it('reads a number alone on its line with the text that follows', () => {
    const text = '## Staying safe\n\n1.\n\nChildren are safe.\n\n2.\n\nVisits are made when due.\n'
    const { paragraphs } = reportOf(text).numbering
    assert.deepEqual(
      paragraphs.map(({ span }) => text.slice(span.start, span.end)),
      ['Children are safe.', 'Visits are made when due.'],
    )
  })
})

describe('splits', () => {
  const splitsOf = (body: string) => {
    const text = `## Staying safe\n\n${body}\n`
    return reportOf(text).numbering.splits.map(
      ({ first, second, joinable }) =>
        `${text.slice(first.start, first.end).split(' ').at(-1)}|${text.slice(second.start, second.end).split(' ')[0]}${joinable ? '' : ' apart'}`,
    )
  }

  it('are where a sentence breaks off and goes on in lower case', () => {
    assert.deepEqual(splitsOf('1. Staff know the\n\nchildren well.\n\n2. Visits are made.'), [
      'the|children',
    ])
    assert.deepEqual(splitsOf('- Ensure that\n\nstaff are trained.'), ['that|staff'])
  })

  it('join more than two pieces', () => {
    const text = '## Staying safe\n\n1. Staff know the\n\nchildren in their\n\ncare well.\n'
    const { paragraphs, splits } = reportOf(text).numbering
    assert.equal(splits.length, 2)
    assert.equal(paragraphs[0]?.fragments.length, 3)
    assert.equal(paragraphs[0]?.span.end, text.length - 1)
  })

  it('are not after the end of a sentence, the lead of a list, and between items', () => {
    assert.deepEqual(splitsOf('1. Staff know them.\n\nvisits are made.'), [])
    assert.deepEqual(splitsOf('1. Inspectors read:\n\ncase files\n\nletters from parents'), [])
    assert.deepEqual(splitsOf('- case files\n- letters from parents'), [])
  })

  it('are not before a capital, unless the word before calls for another', () => {
    assert.deepEqual(splitsOf('1. Staff know the children\n\nVisits are made.'), [])
    assert.deepEqual(splitsOf('1. Staff know the\n\nWestmarch schools.'), ['the|Westmarch'])
  })

  it('cannot be joined across a grade line or another paragraph', () => {
    assert.deepEqual(splitsOf('1. Staff know the\n\nGrade 2 (good)\n\nchildren well.'), [
      'the|children apart',
    ])
    assert.deepEqual(splitsOf('1. Staff know the\n\n2. Visits are made.\n\nchildren well.'), [
      'the|children apart',
    ])
  })
})
