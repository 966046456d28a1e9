import { checkReading, sectionsOf } from '../../support/describe-report'

describe('sections', () => {
  it('are read from Markdown headings, plain lines, bold lines and lines with a colon', () => {
    checkReading(
      `
# Safeguarding services

**Overall effectiveness**

Grade 2 (good)

1. The overall effectiveness of services is good.

Capacity for improvement:

Grade 3 (adequate)

2. The capacity for improvement is adequate.
`,
      sectionsOf,
      `
      Safeguarding services
      > Overall effectiveness | good (line) | opens good
      > Capacity for improvement | adequate (line) | opens adequate
      `,
    )
  })

  it('are told apart by the part they are in where their names repeat', () => {
    checkReading(
      `
Safeguarding services

Overall effectiveness

Quality of provision

Services for looked after children

Overall effectiveness

Quality of provision
`,
      report => report.sections.map(section => section.definition.id),
      `
      safeguarding
      safeguarding.overall-effectiveness
      safeguarding.quality
      looked-after
      looked-after.overall-effectiveness
      looked-after.quality
      `,
    )
  })

  it('have titles that may be wrapped over two lines or carry the grade', () => {
    checkReading(
      `
The contribution of health agencies to keeping children and
young people safe

Grade 2 (good)

1. The contribution of health agencies is good.

Ambition and prioritisation**Grade 3 (adequate)**

Leadership and management Grade 2 (good)

Partnership working: outstanding
`,
      sectionsOf,
      `
      > > The contribution of health agencies to keeping children and
      young people safe | good (line) | opens good
      > Ambition and prioritisation | adequate (tail)
      > Leadership and management | good (tail)
      > Partnership working | outstanding (suffix)
      `,
    )
  })

  it('are moved or doubled where their place in the order says so', () => {
    checkReading(
      `
Services for looked after children

Staying safe

Being healthy

Enjoying and achieving

Economic well-being

Economic well-being
`,
      sectionsOf,
      `
      Services for looked after children
      > > Staying safe
      > > Being healthy | misplaced
      > > Enjoying and achieving
      > > Economic well-being
      > > Economic well-being | duplicate
      `,
    )
  })

  it('move as a whole part with one fault', () => {
    checkReading(
      `
Services for looked after children

Overall effectiveness

Capacity for improvement

Being healthy

Staying safe

Safeguarding services

Overall effectiveness

Capacity for improvement
`,
      report => sectionsOf(report).filter(line => line.includes('|')),
      'Safeguarding services | misplaced',
    )
  })

  it('move as a whole part with one fault, whatever names the parts share', () => {
    const part = (title: string, own: string) =>
      [
        title,
        'Overall effectiveness',
        'Capacity for improvement',
        'Areas for improvement',
        own,
        'Ambition and prioritisation',
        'Leadership and management',
        'Performance management and quality assurance',
      ].join('\n\n')
    checkReading(
      `${part('Services for looked after children', 'Being healthy')}\n\n${part('Safeguarding services', 'Quality of provision')}\n`,
      report => sectionsOf(report).filter(line => line.includes('|')),
      'Safeguarding services | misplaced',
    )
  })

  it('may be numbered, underlined, or have an anchor', () => {
    checkReading(
      `
## 1. About this inspection

Text.

Service information
-------------------

Text.

### 2.1 Partnership working {#partners}
`,
      sectionsOf,
      'About this inspection\nService information\n> Partnership working',
    )
  })

  it('are recognised by nearly their title where their place is vacant', () => {
    checkReading(
      `
Services for looked after children

Being healthly

Grade 2 (good)

1. Health outcomes are good.

Staying safe
`,
      sectionsOf,
      `
      Services for looked after children
      > > Being healthly | good (line) | opens good | for Being healthy
      > > Staying safe
      `,
    )
  })

  it('are not made of wrapped lines, list items and table cells', () => {
    checkReading(
      `
Services for looked after children

1. Inspectors were told by staff across the county that the work on
Staying safe
has changed.

2. The council has looked at its
Partnership working.

- Being healthy

3. The council has asked for a review of
leadership and management
of its services.

| Enjoying and achieving | 12 |
`,
      sectionsOf,
      'Services for looked after children',
    )
  })
})

describe('a page break', () => {
  it('may be between a heading and its grade, whatever lines often end a page', () => {
    const page = (title: string, number: number) =>
      `Grade 2 (good)\n\nWestmarch inspection report ${number}\n\f\n${title}\n\n`
    checkReading(
      `Being healthy\n\n${page('Staying safe', 1)}${page('Enjoying and achieving', 2)}${page('Economic well-being', 3)}Grade 2 (good)\n\n1. Text.\n\nWestmarch inspection report 4\n`,
      sectionsOf,
      `
      > > Being healthy | good (line)
      > > Staying safe | good (line)
      > > Enjoying and achieving | good (line)
      > > Economic well-being | good (line)
      `,
    )
  })
})

describe('a grade after a heading', () => {
  it('may be wrapped', () => {
    checkReading(
      `
The contribution of health agencies to keeping children and young people safe Grade
2 (good)

1. Text.
`,
      sectionsOf,
      `
      > > The contribution of health agencies to keeping children and young people safe | good (tail)
      `,
    )
  })
})
