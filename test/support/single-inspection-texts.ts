/** Invented reports of single inspections, as they are extracted. */

import { changed } from '../reports/samples'

/** A report of 2016 as it is extracted from a PDF file. */
export const extracted = `Westmarch County Council
Inspection of services for children in need of help and
protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children
Board1
Inspection date: 12/09/2016 to 06/10/2016
Report published: 25/11/2016




    Children’s services in Westmarch are good.


                                                                        Requires improvement to
    1. Children who need help and protection
                                                                        be good

    2. Children looked after and achieving
                                                                        Good
       permanence

                                                                        Requires
           2.1 Adoption performance
                                                                        improvement

           2.2 Experiences and progress of care leavers                 Outstanding

    1.      Leadership, management and governance                       Good




1
  Ofsted produces this report under its power to combine reports.


                                                                                                  1
\fExecutive summary

Children’s services in Westmarch are good and improving. Leaders know their services.



2
\fContents
    Executive summary                                                   2

The local authority                                                     4
    The experiences and progress of children who need help and
    protection                                                          4
    The experiences and progress of children looked after and achieving
    permanence                                                          5
    Leadership, management and governance                               6




                                                                                                  3
\fThe local authority

Information about this local authority area2

The local authority runs no children’s homes.

Recommendations

1.   Ensure that visits are recorded.

Leadership, management and governance

2.   Ensure that plans are reviewed.

3.   Ensure that children see their records when they ask for them, and that somebody
     they know is with them.

Summary for children and young people

 Most of you can see a social worker when you need one.

The experiences and progress of
children who need help and                             Requires improvement
protection

Summary

Families find help close to home.

Inspection findings

4.   Social workers visit children often.

The experiences and progress of
                                                       Good
children looked after and achieving
permanence

5.   Children live in homes that are right for them.

The graded judgement for adoption performance is that it requires
improvement

6.   Children wait too long.



                                                                                                  4
\f The graded judgement about the experience and progress of care leavers
 is that it is outstanding


7.   Personal advisers keep in touch.

Leadership, management and                             Good
governance

8.   Leaders know what is to be done.

Information about this inspection

Inspectors have looked at the experiences of children.
`

export const leadership = `Leadership, management and                             Good
governance
`

/** The same with its overall judgement stated on the cover alone. */
export const unrepeated = changed(
  extracted,
  'Children’s services in Westmarch are good and improving. ',
  '',
)

/** The form of early 2014: sentences for headings and boxes, the board below the table, no contents. */
export const early = `Westmarch Borough Council
Inspection of services for children in need of help and
protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children
Board
Inspection date: 14 January 2014 – 5 February 2014


The overall judgement is good
The local authority leads effective services that meet the requirements for good.

1. Children who need help and protection                                Good

2. Children looked after and achieving permanence                       Good

          2.1 Adoption performance                                      Good

          2.2 Experiences and progress of care leavers                  Good

3. Leadership, management and governance                                Good

The effectiveness of the Local Safeguarding Children Board (LSCB) is
good
The LSCB coordinates the activity of statutory partners.


Inspection judgements about the local authority

The experiences and progress of children who need help and protection
are good

1. Children get help early.

The experiences and progress of children looked after and achieving permanence
are good

2. Children live in stable homes.

The graded judgment for adoption performance is good.

3. Adopters are well prepared.

The graded judgment for the experiences and progress of care leavers is
good.

4. Care leavers live in safe homes.

Leadership, management and governance are good

5. Leaders know their services.

The effectiveness of the Local Safeguarding Children Board (LSCB) is good

6. The board knows enough.

Information about this inspection

Inspectors looked at practice.
`
