/** Invented children's services reports as they are extracted from PDF files, and how they are read. */

import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'

/** Such a report; fails for any other text. */
export function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  assert.equal(report.type.id, 'ofsted-ilacs')
  return report
}

/** What is found, as `rule: words`. */
export function found(report: Report): readonly string[] {
  return checkReport(report).map(
    ({ rule, span }) => `${rule.id}: ${report.text.slice(span.start, span.end)}`,
  )
}

/** A report of 2018 as it is extracted from a PDF file. */
export const extracted2018 = `Westmarch
Inspection of children’s social care services
Inspection dates: 3 September 2018 to 14 September 2018

Lead inspector: Eleanor Thripp
                Her Majesty’s Inspector


 Judgement                                                     Grade

 The impact of leaders on social work practice with children
                                                               Good
 and families

 The experiences and progress of children who need help and    Requires improvement
 protection                                                    to be good

 The experiences and progress of children in care and care
                                                               Good
 leavers

                                                               Requires improvement
 Overall effectiveness
                                                               to be good




 Leaders in Westmarch know their services well. They have made changes that help
 most children, and they have plans for what is still to be done.

 Children who need protection are safe. For some, however, change comes late, and



                                                                                     1
\f what happens next is not always clear to their families.

What needs to improve

   \uf06e The recording of strategy meetings.

   \uf06e The quality of plans for children who have lived with neglect for a long
     time.




                                                                                     2
\fThe experiences and progress of children who need help and protection
requires improvement to be good

 1. Families find help close to home, and parents are treated with respect by the
    people who work with them.

 2. Children at immediate risk are protected. The multi-agency team sees them on
    the day, and strategy meetings are held without delay. In the year before
    2018. The team was smaller, and records were kept in two places, so that
    nobody knew



                                                                                     3
\f    what had been agreed. This is now better.

The experiences and progress of children in care and care leavers is
good.

 3. Children come into care when they need to, and rarely in an emergency. Their
    social workers visit them often.

The impact of leaders on social work practice with children and families is:
Good

 4. Senior leaders know the strengths and weaknesses of their services.




                                                                                     4
\fThe Office for Inspection regulates and inspects to achieve excellence.

Market Street
Westmarch

© Crown copyright 2018




                                                                                     5
`

const footer = `Inspection of Westmarch local authority children’s services
2 to 13 June 2025`

/** A report of 2025: footers of two lines in the middle of paragraphs, a footnote, hanging indents. */
export const extracted2025 = `Inspection of Westmarch local authority
children’s services
Inspection dates: 2 to 13 June 2025

Lead inspector: Eleanor Thripp, His Majesty’s Inspector


 Judgement                                  Grade

 The impact of leaders on social work       Good
 practice with children and families

 The experiences and progress of            Requires improvement to be good
 children who need help and protection

 The experiences and progress of            Good
 children in care

 The experiences and progress of care       Outstanding
 leavers

 Overall effectiveness                      Good

Services for children in Westmarch have improved since the last inspection. Leaders
have listened to children and families, and have built a workforce that stays and that
\fknows its communities.

What needs to improve?1

◼ The response to children who live with long-term neglect (outcome 3, national
  framework)
◼ The recording of strategy meetings

The experiences and progress of children who need help and
protection: requires improvement to be good

1.      Families find help close to home. Three family hubs and a travelling team
        reach most parishes, and parents said that they were treated with

1
  The areas for improvement have been cross-referenced with the outcomes, enablers or principles in
the national framework.
${footer}                                                            2
\f        respect. The support is reviewed often.

2.      Decisions at the front door are clear, and children at risk are seen at once by
        social workers and the
${footer}                                                            3
\f        police, who work well together.

The experiences and progress of children in care: good

3.      Children come into care when they need to. Their social workers visit them
        often.

The experiences and progress of care leavers:
outstanding

4.      Care leavers have personal advisers who stay with them, and who know what
        they want from life.
${footer}                                                            4
\f        They always know whom to turn to.

The impact of leaders on social work practice with children and
families: good

5.      Senior leaders know the strengths and weaknesses of their services.
${footer}                                                            5
`
