import assert from 'node:assert/strict'
import {
  type MoveTo,
  moveParagraph,
  moveTargets,
} from '../../../server/src/features/edit/move-paragraph'
import { applyEdits } from '../../../server/src/text/edits'
import { reportOf } from '../../support/check-rule'

const cover = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011
`

const report = (body: string) => `${cover}\n${body}`

/** Moves what is at `<|>`, and asserts the text after it; numbers stay with their paragraphs. */
function checkMove(to: MoveTo, before: string, after: string): void {
  const { text, cursor } = withCursor(report(before))
  const moved = moveParagraph(reportOf(text), { start: cursor, end: cursor }, to)
  assert.ok('edits' in moved, 'error' in moved ? moved.error : '')
  assert.equal(applyEdits(text, moved.edits), report(after))
}

function checkError(to: MoveTo, before: string, error: string): void {
  const { text, cursor } = withCursor(report(before))
  assert.deepEqual(moveParagraph(reportOf(text), { start: cursor, end: cursor }, to), { error })
}

function withCursor(marked: string): { text: string; cursor: number } {
  const cursor = marked.indexOf('<|>')
  return { text: marked.replace('<|>', ''), cursor }
}

const two = `## About this inspection

1. One<|>.

2. Two:

- first
- second

| a | b |
| --- | --- |
| c | d |

## Service information

3. Three.
`

describe('moving a numbered paragraph', () => {
  it('takes it past the next one, with that one’s list and table', () =>
    checkMove(
      'down',
      two,
      `## About this inspection

2. Two:

- first
- second

| a | b |
| --- | --- |
| c | d |

1. One.

## Service information

3. Three.
`,
    ))
  it('takes it past the actions of the next one, which stay under their timescales', () =>
    checkMove(
      'down',
      `## Areas for improvement

1. The board met<|>.

2. The council and its partners should:

Immediately:

- write the plans again

Within three months:

- train the chairs
`,
      `## Areas for improvement

2. The council and its partners should:

Immediately:

- write the plans again

Within three months:

- train the chairs

1. The board met.
`,
    ))
  it('takes its own list and table along, into the next section', () =>
    checkMove(
      'down',
      two.replace('<|>', '').replace('- first', '- fir<|>st'),
      `## About this inspection

1. One.

## Service information

2. Two:

- first
- second

| a | b |
| --- | --- |
| c | d |

3. Three.
`,
    ))
  it('puts it after a list of the next section that belongs to no paragraph', () =>
    checkMove(
      'down',
      `## About this inspection

1. One<|>.

## Service information

- first
- second

## Safeguarding services

### Overall effectiveness

2. Two.
`,
      `## About this inspection

## Service information

- first
- second

1. One.

## Safeguarding services

### Overall effectiveness

2. Two.
`,
    ))
  it('takes it up to the end of the section before', () =>
    checkMove(
      'up',
      two.replace('<|>', '').replace('Three', '<|>Three'),
      `## About this inspection

1. One.

2. Two:

- first
- second

| a | b |
| --- | --- |
| c | d |

3. Three.

## Service information
`,
    ))
  it('puts it after heading and grade line of a section, past a heading of several', () =>
    checkMove(
      'down',
      `## Service information

3. Three<|>.

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

4. Four.
`,
      `## Service information

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

3. Three.

4. Four.
`,
    ))
  it('puts it into a section without a text', () =>
    checkMove(
      'down',
      `## Service information

3. Three<|>.

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

### Capacity for improvement
`,
      `## Service information

## Safeguarding services

### Overall effectiveness

Grade 2 (good)

3. Three.

### Capacity for improvement
`,
    ))
  it('keeps lines without blank ones between them so', () =>
    checkMove(
      'up',
      '## About this inspection\n1. One.\n2. Two<|>.\n## Service information\n3. Three.\n',
      '## About this inspection\n2. Two.\n1. One.\n## Service information\n3. Three.\n',
    ))
  it('takes along a comment that ignores one of its problems', () =>
    checkMove(
      'up',
      '## About this inspection\n\n1. One.\n\n<!-- inspection-reports ignore split-paragraph: so -->\n\n2. Two<|>.\n',
      '## About this inspection\n\n<!-- inspection-reports ignore split-paragraph: so -->\n\n2. Two.\n\n1. One.\n',
    ))
  it('moves the last of a text without a line end', () =>
    checkMove(
      'up',
      '## About this inspection\n\n1. One.\n\n2. Two<|>.',
      '## About this inspection\n\n2. Two.\n\n1. One.',
    ))
  it('says where it cannot', () => {
    checkError('up', two, 'This is the first paragraph.')
    const last = two.replace('<|>', '').replace('Three', '<|>Three')
    checkError('down', last, 'This is the last paragraph.')
    const heading = two.replace('<|>', '').replace('## About', '## <|>About')
    checkError('down', heading, 'There is no numbered paragraph at the cursor.')
  })
  it('goes to the end of the section that is asked for', () =>
    checkMove(
      { section: 1 },
      two,
      `## About this inspection

2. Two:

- first
- second

| a | b |
| --- | --- |
| c | d |

## Service information

3. Three.

1. One.
`,
    ))
  it('lists the sections, and the one at the cursor', () => {
    const { text } = withCursor(report(two))
    const { sections, here } = moveTargets(reportOf(text), text.indexOf('Three'))
    assert.deepEqual(sections, [
      { section: 0, title: 'About this inspection', part: '', paragraphs: '1–2' },
      { section: 1, title: 'Service information', part: '', paragraphs: '3' },
    ])
    assert.equal(here, 1)
  })
})
