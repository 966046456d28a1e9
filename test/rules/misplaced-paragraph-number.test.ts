import { checkFix, checkRule } from '../support/check-rule'

const id = 'misplaced-paragraph-number'

const moved = `
## Staying safe

1. The arrangements for safety are good.

3. Foster carers are well prepared. They:

- are trained
- meet each month

2. Staff know what to do.

4. Visits are made when due (see paragraph 3).
`

const inside = `
## Being healthy

- 1. Health outcomes are good.

- A jointly funded Child 2. Health Service sees children soon.

- 3. Dentists are easy to find.
`

describe(id, () => {
  it('finds a slip of the keyboard', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

21. Staff know what to do.
^^ misplaced-paragraph-number (fix): Paragraph 21 comes after paragraph 1. It should be 2.

3. Visits are made when due.
`,
    )
  })

  it('finds a moved paragraph and a number inside the text', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

3. Foster carers are well prepared.
^ misplaced-paragraph-number (fix): Paragraph 3 comes after paragraph 1. Move or renumber it.

2. Staff know what to do.

4. Visits are made when due.

A jointly funded Child 5. Health Service sees children soon.
                       ^ misplaced-paragraph-number (fix): The number 5 is inside the text. Put it at the start of its paragraph.

6. Dentists are easy to find. 7. Nurses visit each home.
                              ^ misplaced-paragraph-number (fix): Paragraph 7 begins inside another. Start it on a line of its own.

8. Immunisations are up to date.
`,
    )
  })

  it('is silent about wrapped lines and counts that look like numbers', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good, and much better than in
2009. The council has acted since, and the number of children missing fell to
3. It is low.

2. Staff know what to do.
`,
    )
  })

  it('writes the number that is free', () => {
    checkFix(
      id,
      '## Staying safe\n\n1. Children are safe.\n\n21. Staff know.\n\n3. Visits are made.\n',
      'Number this paragraph 2',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know.\n\n3. Visits are made.\n',
    )
  })

  it('moves a paragraph back, with its list', () => {
    checkFix(
      id,
      moved,
      'Move after paragraph 2',
      `
## Staying safe

1. The arrangements for safety are good.

2. Staff know what to do.

3. Foster carers are well prepared. They:

- are trained
- meet each month

4. Visits are made when due (see paragraph 3).
`,
    )
  })

  it('or renumbers all', () => {
    checkFix(
      id,
      moved,
      'Renumber all paragraphs',
      moved
        .replace('3. Foster', '2. Foster')
        .replace('2. Staff', '3. Staff')
        .replace('paragraph 3', 'paragraph 2'),
    )
  })

  it('puts a number at the start of its paragraph, as its neighbours have it', () => {
    checkFix(
      id,
      inside,
      'Put 2 at the start of the paragraph',
      inside.replace('2. ', '').replace('- A jointly', '- 2. A jointly'),
    )
    checkFix(
      id,
      inside.replaceAll('\n- ', '\n').replaceAll(/(\d)\. (?=[HD]\w+ (?:are|out))/g, '$1.\t'),
      'Put 2 at the start of the paragraph',
      inside
        .replaceAll('\n- ', '\n')
        .replace('2. ', '')
        .replaceAll(/(\d)\. (?=[HD]\w+ (?:are|out))/g, '$1.\t')
        .replace('A jointly', '2.\tA jointly'),
    )
  })

  it('starts a new paragraph', () => {
    checkFix(
      id,
      '## Staying safe\n\n1. Children are safe. 2. Staff know.\n\n3. Visits are made.\n',
      'Start a new paragraph here',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know.\n\n3. Visits are made.\n',
    )
  })

  it('finds a number inside the text where no blank lines are between paragraphs, and puts it back', () => {
    const dense = (inside: boolean) => `
## Staying safe

1.   The arrangements for safety are good, and those who
     work with children know them well.
${inside ? '    ' : '2.  '} Staff know what to do when a child ${inside ? '2. ' : ''}is
     missing from home, and they do it without delay.
3.   Visits are made when due, and children are seen
     alone by somebody they know.
`
    checkRule(
      id,
      dense(true).replace(
        'child 2. is\n',
        `child 2. is
                                        ^ misplaced-paragraph-number (fix): The number 2 is inside the text. Put it at the start of its paragraph.
`,
      ),
    )
    checkFix(id, dense(true), 'Put 2 at the start of the paragraph', dense(false))
  })
})
