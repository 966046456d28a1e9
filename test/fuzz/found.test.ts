/** Texts for which something did not hold when they were made at random, each as short as it could be. */

import { builtInTypes } from '../../server/src/types/built-in'
import { properties } from './properties'

/** A property that did not hold, and what is in the text that was the cause. */
interface Found {
  readonly property: string
  readonly cause: string
  /** The id of the type as which the text is read; its own if left out. */
  readonly type?: string
  readonly text: string
}

const found: readonly Found[] = [
  {
    property: 'every request answers',
    cause: 'a title below the first heading',
    text: `Draft
The experiences and progress of children who need help and
protection
Inspection of children’s services`,
  },
  {
    property: 'tidying twice',
    cause: 'a title below the first heading',
    text: `The experiences and progress of
What needs to improve
Inspection of children’s services`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a table on the cover whose last row would have no grade',
    type: 'ofsted-single-inspection',
    text: 'Overall effectiveness                                       Inadequate\r\n',
  },
  {
    property: 'each fix removes its problem',
    cause: 'a heading without marks below an item of a list',
    type: 'ofsted-single-inspection',
    text: `Westmarch
Review of the effectiveness of the Local Safeguarding Children
Board
\fSummary for children and young people
  \uf06e Services for children in Westmarch require improvement to be good. Sometimes,
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'no cover on which a table could be',
    type: 'ofsted-ilacs',
    text: `What needs to improve
- Plans are not read by
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a row over two lines that is none of the type’s',
    type: 'ofsted-single-inspection',
    text: ' The experiences and progress    Inadequate\n children in care\n\n Overall effectiveness           ',
  },
  {
    property: 'blocks cover every character',
    cause: 'nothing but a joiner',
    text: '\u200d',
  },
  {
    property: 'every request answers',
    cause: 'a misspelt heading that is the first',
    type: 'ofsted-ilacs',
    text: `   Grade
Inspection of Westmarch local authority
children’s services

 The impact of leade practice with children and families
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a grade above the title',
    type: 'ofsted-ilacs',
    text: `      Grade
Inspection of Westmarch local authority
children’s services

 The impact of leaderpractice with children and families
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a sentence as the first row of a table in columns',
    type: 'ofsted-single-inspection',
    text: `Inspection date: 13 March 2017 to 24 March 2017
Children’s services in Westmarch require improvement to be good
1. Children who need help and protection               Requires improvement
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'half a grade without a heading',
    type: 'ofsted-slac',
    text: `8. The capacity for improvement is good. Most of what was asked for has been done.

### Areas for improvement

Within three months:

- [TBC]

10. The effectiveness of services in taking reasonable steps to ensure that children and young people are safe and feel safe is good. The new warden is known to all.


Grade 3 (a`,
  },
  {
    property: 'tidying twice',
    cause: 'a second report that is seen only once its lines are joined',
    text: `Area SEND inspection of W
Inspection date1Feb2
Inspection outcome
e
What is it like to be a child or young person with SEND e
C
Area SEND inspection of
Inspection date1February2023
Inspection outcome
d
Information abo area partnership
W`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'the head of a table without rows on the cover',
    type: 'ofsted-ilacs',
    text: `Judgement                          Grade
Westmarch Council
Inspection of children’s services
Inspection dates: 2
What needs to improve`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a paragraph at the top of a page, whose form feed is none of its number',
    type: 'ofsted-single-inspection',
    text: `The experiences and progress of children who need help and
protection: outstanding
1.      Children and families in Westmarch are helped at the
        right time.                                                            2
\f5.      The views of an e`,
  },
  {
    property: 'every request answers',
    cause: 'contents below a table on the cover, which hold no headings',
    type: 'ofsted-single-inspection',
    text: `3. Leadership, management and   improvement
     1
\fContents
Section 1:

  Summary of key findings `,
  },
  {
    property: 'every request answers',
    cause: 'lines that end with \\r alone',
    type: 'ofsted-single-inspection',
    text: `Borough of Westmarch, 23 May 2014
The overall judgement is requires improvement.
There are no                                Requires
            2.2 Experiences and progress of                         Requires
3. Lea`.replaceAll('\n', '\r'),
  },
  {
    property: 'each fix removes its problem',
    cause: 'a table on the cover whose grades are wrapped below their rows',
    type: 'ofsted-single-inspection',
    text: `Inspection of services for children in need of help and
protection, children looked after and care leavers
Inspection date: 15 February 2014
1. Children who need help and protection
                     improvement
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a sentence above the table, which is no row of it',
    type: 'ofsted-single-inspection',
    text: `Care leavers
The overall judgement is requires improvement.
1. Children who   improvement
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a grade that is wrapped around its row',
    type: 'ofsted-single-inspection',
    text: `Inspection date: 14 January 2014 to 5 February 2014

                                                           Requires
2. Children looked after and achieving permanence
                                                           improvement
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a grade in running text, which is not that of a section that comes after it',
    type: 'ofsted-single-inspection',
    text: `                                                                           Requires
2. Children looked after and achieving permanence
                                                                           improvement

            2.1 Adoption performance
                                                                           improvement

                                                                        2
\fSection 1: the local authority
Summary of key findings

26. The wards mark the records of children with a plan, and staff look for the mark.

### Ambition

Grade 2 (good)

28. Ambition is good. The leader of the council visits a team each month.
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a grade at the end of a section, where another is to be put in',
    type: 'ofsted-single-inspection',
    text: `                                                                           Requires
2. Children looked after and achieving permanence
                                                                           improvement

                                                                        2
\fSection 1: the local authority
Summary of key findings

26. The wards mark the records of children with a plan, and staff look for the mark.

Grade 2 (good)
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a grade without a heading, which the row of the section that is missing contradicts',
    type: 'ofsted-single-inspection',
    text: `The judgements on areas of the service that contribute to overall effectiveness are:

| 1. Children who need help and protection | Requires improvement |
| 2. Children looked after and achieving permanence | Requires improvement |

Summary of key findings

26. The wards mark the records of children with a plan, and staff look for the mark.

### Ambition

Grade 2 (good)

28. Ambition is good. The leader of the council visits a team each month.
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'an entry of the contents whose title is wrapped and not one of this type',
    type: 'ofsted-slac',
    text: `Westmarch County Council

Contents

About this inspection                                                 2

Service information                                                   3

Overall effectiveness of services for looked after children and
young people                                                          4

Capacity to improve                                                   4

Outcomes for looked after children and young people              `,
  },
  {
    property: 'each fix removes its problem',
    cause: 'an entry of the contents that is wrapped, after which one is added',
    type: 'ofsted-looked-after-children',
    text: `Inspection of looked after children
services
Contents
About this inspection   2
Overall effectiveness of services for looked after children and
young people  4

Outcomes for looked after children and young people    `,
  },
  {
    property: 'each fix removes its problem',
    cause: 'empty contents above a long line that is not a heading',
    type: 'ofsted-looked-after-children',
    text: `Inspection of looked after children
services
Contents
Overall effectiveness of services for looked after children and

Outcomes for looked after children and young peopl`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'contents that end in a long line, above which a new entry would be a heading',
    type: 'ofsted-looked-after-children',
    text: `Inspection of looked after children
services
Contents
About this inspection                                 2
Overall effectiveness of services for looked after children and

Outcomes for looken and young people              `,
  },
  {
    property: 'each fix removes its problem',
    cause: 'an entry of the contents in columns',
    type: 'ofsted-looked-after-children',
    text: `Inspection of looked after children
services
Contents
About this inspection                               ked after
y   4

Outcomes for looked after children and young people`,
  },
  {
    property: 'fixing all ends',
    cause: 'a last entry of the contents without a page number, below a blank line',
    type: 'ofsted-looked-after-children',
    text: `Inspection of looked aftece
Contents
Service information   3

Capacity to improve                   4

Outcomes for looked after children and young people              `,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a heading with a grade that its section does not have',
    type: 'ofsted-slac',
    text: `The inspection judgements and what they mean is good

Inspection of safeguarding and looked after children servi`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'many entries without a page number above one that is wrapped',
    type: 'ofsted-slac',
    text: `Inspection of safeguarding and looked after children services
Contents
About this inspection                                 2
Service information   3

Safeguarding services

Overall effectiveness

Capacity for improvement

Areas for improvement

Safeguarding outcomes

Quality of provision

The contribution of health agencies to keeping children
and young people safe                                    8
`,
  },
  {
    property: 'each fix removes its problem',
    cause: 'a row whose name and grade are both half there',
    type: 'ofsted-ilacs',
    text: `# Inspection of Westmarch local authority children’s services

| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work | Inad |
`,
  },
]

describe('a text on which something did not hold', () => {
  for (const { property, cause, type, text } of found)
    it(`holds now: ${property}, with ${cause}`, () => {
      const tried = properties.find(({ name }) => name.startsWith(property))
      const read = builtInTypes().findLast(({ id }) => id === type)
      if (tried === undefined || (type !== undefined && read === undefined))
        throw new Error('there is no such property or type')
      tried.holds(text, read)
    })
})
