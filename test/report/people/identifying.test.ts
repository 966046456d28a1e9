import assert from 'node:assert/strict'
import { identifyingDetails } from '../../../server/src/report/people/identifying'
import { compileType } from '../../../server/src/types/compile'
import { reportOf } from '../../support/check-rule'

const type = compileType({
  id: 'harbour',
  name: 'Harbour homes',
  recognise: { titles: ['Inspection of harbour homes'] },
  inspectorates: ['Harbourwatch', 'the Office of Piers'],
  wellKnown: ['0161 496 0123', 'copies@archive.example', 'LS1 4AP', 'Child Q', 'Saltmouth'],
  sections: [
    { id: 'findings', title: 'Findings' },
    { id: 'team', title: 'Information about this inspection', required: false, namesPeople: true },
  ],
})

const around = (body: string) => `# Inspection of harbour homes

Westmarch

Lead inspector: Mrs Ada Quill, 01632 960001, ada.quill@office.example

## Findings

${body}
`

/** What is found in the body of a report: `name: Mrs Smith`, `one-child: a girl, 14 + Oakfield School`. */
function foundIn(body: string): readonly string[] {
  return foundInText(around(body))
}

function foundInText(text: string): readonly string[] {
  return identifyingDetails(reportOf(text, { type })).map(detail =>
    detail.kind === 'one-child'
      ? `${detail.kind}: ${detail.text} + ${detail.place.text}`
      : `${detail.kind}: ${detail.text}`,
  )
}

function each(found: Readonly<Record<string, readonly string[]>>): void {
  for (const [body, expected] of Object.entries(found))
    assert.deepEqual(foundIn(body), expected, body)
}

describe('details by which somebody could be recognised', () => {
  describe('names', () => {
    it('with a title', () => {
      each({
        'Mrs Smith told inspectors that visits are rare.': ['name: Mrs Smith'],
        'Inspectors met Dr. Jane O’Neill.': ['name: Dr. Jane O’Neill'],
        'Prof J. R. Hartley chairs it.': ['name: Prof J. R. Hartley'],
        'The plan of Mr McDonald’s son is late.': ['name: Mr McDonald'],
        'It was Cllr van der Berg who asked.': ['name: Cllr van der Berg'],
        'They thanked Miss\nTrunchbull for it.': ['name: Miss\nTrunchbull'],
        'They thanked **Ms Patel** for it.': ['name: Ms Patel'],
        '- Sir Alan is in the chair.': ['name: Sir Alan'],
        '1. Reverend Green sits on the panel.': ['name: Reverend Green'],
        'Rt Hon Lady Smith-Jones opened it.': ['name: Rt Hon Lady Smith-Jones'],
      })
    })

    it('after what somebody is', () => {
      each({
        'The social worker Jane Smith visits weekly.': ['name: worker Jane Smith'],
        'Her mother, Sarah Jones, agreed.': ['name: mother, Sarah Jones'],
        'The headteacher Tom Brown was told.': ['name: headteacher Tom Brown'],
        'A boy called Sam was moved twice.': ['name: boy called Sam'],
        'One young person named Aisha spoke well of it.': ['name: person named Aisha'],
        'Foster carer Mary Ann Cole was praised.': ['name: carer Mary Ann Cole'],
      })
    })

    it('before what somebody is', () => {
      each({
        'Jane Smith, the headteacher, said so.': ['name: Jane Smith'],
        'Tom Brown, a senior social worker, left.': ['name: Tom Brown'],
        'It was said by Mary Cole, foster carer.': ['name: Mary Cole'],
        'They met Mark Young, the manager. Young people know him.': ['name: Mark Young'],
      })
    })

    it('with an age', () => {
      each({
        'Sam, 14, was moved twice.': ['name: Sam'],
        'Sam Brown (14) was moved twice.': ['name: Sam Brown'],
        'They told Aisha, aged nine, that she is well.': ['name: Aisha'],
        'Nadia, who is 15, was moved.': ['name: Nadia'],
      })
    })

    it('once each, at their first place', () => {
      assert.deepEqual(foundIn('Mrs Smith came.\n\nMrs Smith left. Mrs  Smith came again.'), [
        'name: Mrs Smith',
      ])
    })

    it('in a table', () => {
      assert.deepEqual(foundIn('| Who | When |\n| --- | --- |\n| Mr Hall | May |'), [
        'name: Mr Hall',
      ])
    })

    it('are not those of offices, institutions and authors of reports', () => {
      for (const body of [
        'The Lord Mayor and the Lord Chancellor came.',
        'Children attend Sir John Moore Academy and the Lady Jane Hospital.',
        'Since Professor Marlow’s second review, visits are frequent.',
        'The inquiry led by Dame Alice Marlow asked for more.',
        'The manager Family Support came. Good family support helps.',
        'The Chief Executive, who is also chair of the board, came.',
        'The lead member of Saltmouth Borough Council, the director and others came.',
        'The director of Westmarch Council spoke. The council agreed.',
        'Social workers in the Assessment Team visit. The assessment is a team effort.',
        'Children miss out. Staff at Miss are few.',
        'Mr and Mrs are titles.',
        'A service called Horizon helps.',
        'They live in Anglia (8), Humberland (3) and Tyneland (2). It is 9 in Anglia (9%).',
        'By May, 14, of them were seen. In Year (9) and Section (17) the year and the section ended.',
      ])
        assert.deepEqual(foundIn(body), [], body)
    })

    it('are not those on the cover, of addressees and signatures, and in sections that name people', () => {
      assert.deepEqual(
        foundInText(`1 May 2024

Mrs Olive Hall
Director, Westmarch, AB1 2DE

Inspection of harbour homes

Dear Mrs Hall

Mr Gale met us.

## Findings

All is well.

Yours sincerely

Dr Ada Quill
01632 960001

## Information about this inspection

Inspectors were Mr Reed and Mrs Kerr (01632 960002).
`),
        ['name: Mr Gale'],
      )
    })
  })

  it('are not those of a signature that no blank line sets apart from the last paragraph', () => {
    for (const end of ['Yours sincerely', '  Yours faithfully,', 'yours truly'])
      assert.deepEqual(
        foundInText(`Inspection of harbour homes

Dear Colleague

## Findings

All is well, and Mr Gale met us.
${end}
Dr Ada Quill
Mrs Olive Hall
`),
        ['name: Mr Gale'],
        end,
      )
  })

  describe('children with a letter for a name', () => {
    it('are found once each', () => {
      assert.deepEqual(foundIn('Child A was moved. Child A’s plan is late.\n\nChild BD is safe.'), [
        'lettered-child: Child A',
        'lettered-child: Child BD',
      ])
    })

    it('are not those of published reviews', () => {
      for (const body of [
        'After the serious case review of Child G, training began.',
        'The SCR for Child U was published in May.',
        'Lessons of Child Q are well known.',
        'Child Protection plans and Child C&A teams. Child in need plans.'.replace(
          ' Child C&A teams.',
          '',
        ),
      ])
        assert.deepEqual(foundIn(body), [], body)
    })
  })

  describe('one child with age or sex, beside a school or place', () => {
    it('are found in the same sentence or the next', () => {
      each({
        'A girl, 14, at Oakfield School waited.': ['one-child: A girl, 14 + Oakfield School'],
        'A 14-year-old girl was out of school. She was to go to Oakfield Primary School.': [
          'one-child: A 14-year-old girl + Oakfield Primary School',
        ],
        'One boy (15) was found in Blackmoor.': ['one-child: One boy (15) + Blackmoor'],
        'In Blackmoor, one boy was moved.': ['one-child: one boy + Blackmoor'],
        'A child aged seven lives at Rose Cottage.': [
          'one-child: A child aged seven + Rose Cottage',
        ],
        'A young person who was 16 was placed at Hill House.': [
          'one-child: A young person who was 16 + Hill House',
        ],
        'The fifteen-year-old was last seen near Deepdale Road.': [
          'one-child: The fifteen-year-old + Deepdale Road',
        ],
        'A young woman from Netherby was not seen.': ['one-child: A young woman + Netherby'],
        'A six-month-old baby was taken to Northgate Hospital.': [
          'one-child: A six-month-old baby + Northgate Hospital',
        ],
        '- This boy’s home is in Ashby.': ['one-child: This boy’s + Ashby'],
        'A girl, 14,\nat Oakfield\nSchool waited.': ['one-child: A girl, 14 + Oakfield\nSchool'],
        'A 14 year old boy and a fourteen-year old girl live in Ashby.': [
          'one-child: A 14 year old boy + Ashby',
        ],
        'A 3-year old was left in Ashby.': ['one-child: A 3-year old + Ashby'],
        'A boy of 12 attends St Mary’s.': ['one-child: A boy of 12 + St Mary’s'],
        'A girl who is 14 years old went to Ashby.': ['one-child: A girl who is 14 + Ashby'],
        'Her son, aged 9, attends St Hilda’s Academy.': [
          'one-child: Her son, aged 9 + St Hilda’s Academy',
        ],
      })
    })

    it('are not groups, children of no age or sex, places far away, and places that everybody knows', () => {
      for (const body of [
        'Girls aged 14 to 16 attend Oakfield School.',
        'A child attends Oakfield School.',
        'One child told inspectors about Oakfield School.',
        'Some 14-year-old girls attend Oakfield School.',
        'Children aged 14 and over attend Oakfield School.',
        'A girl, 14, waited for a school. The school was far away. Others waited. Oakfield School is new.',
        'A girl, 14, was moved in March. She was seen in Year 9.',
        'A girl, 14, was moved within Westmarch. She lived in Saltmouth.',
        'A girl, 14, attends the Virtual School. A virtual school is for all.',
        'A girls’ group meets in Blackmoor.',
        'A man in Blackmoor was arrested.',
        'Every boy in Blackmoor is safe.',
        'A girl, 14, was moved. A boy complained to Harbourwatch.',
        'A child of three brothers in Blackmoor is safe.',
      ])
        assert.deepEqual(foundIn(body), [], body)
    })
  })

  describe('numbers and addresses', () => {
    it('telephone numbers of people', () => {
      each({
        'Call 01632 960001.': ['telephone: 01632 960001'],
        'Call (01632) 960 001 now.': ['telephone: (01632) 960 001'],
        'Call 07700900123, or +44 (0)7700 900 124.': [
          'telephone: 07700900123',
          'telephone: +44 (0)7700 900 124',
        ],
        'Tel: 020-7946-0001': ['telephone: 020-7946-0001'],
        'Call +447700 900125.': ['telephone: +447700 900125'],
        'Call 0044 1632 960001.': ['telephone: 0044 1632 960001'],
        'Call 0117.496.0001.': ['telephone: 0117.496.0001'],
      })
    })

    it('are not other numbers, nor those of organisations', () => {
      for (const body of [
        'Call 0300 123 4567, 0800 1111 or 0808 800 5000.',
        'The inspectorate’s number is 0161 496 0123.',
        'In 2010 2011 2012 2013 it was the same. There were 12,345 and 09 10 11 12 13.',
        'It cost £01632 960001, or 01632960/2.',
        'Reference 090027 of 01 02 2012 and 07 08 2012.',
        'See B01632960001 and 01632960001X.',
      ])
        assert.deepEqual(foundIn(body), [], body)
    })

    it('e-mail addresses but the inspectorate’s', () => {
      each({
        'Write to jane.smith@school.example.': ['e-mail: jane.smith@school.example'],
        'Write to <o.hall@westmarch.gov.example>, please.': [
          'e-mail: o.hall@westmarch.gov.example',
        ],
        'Write to enquiries@harbourwatch.gov.example or copies@archive.example.': [],
        'Meet @ noon; adoption@heart; a@b.': [],
      })
    })

    it('postcodes', () => {
      each({
        'She lives at 4 Quay Street, AB1 2DE.': ['postcode: AB1 2DE'],
        'From SW1A 1AA to M2 5DB and EC1A 1BB.': [
          'postcode: SW1A 1AA',
          'postcode: M2 5DB',
          'postcode: EC1A 1BB',
        ],
        'The inspectorate is at LS1 4AP.': [],
        'Bands A1 2BB, X12 3CI, KS2 3VO and in2 3rd.': ['postcode: A1 2BB'],
      })
    })

    it('NHS numbers, by their check digit or by their name', () => {
      each({
        'It is 943 476 5919.': ['nhs-number: 943 476 5919'],
        'It is 4010232137.': ['nhs-number: 4010232137'],
        'The NHS number 401 023 2138 was wrong.': ['nhs-number: 401 023 2138'],
        'It is 943 476 5918, or 1234567890.': [],
      })
    })

    it('numbers of cases and records', () => {
      each({
        'Case number 204417 was closed.': ['case-number: 204417'],
        'See case ref. LCS-20441.': ['case-number: LCS-20441'],
        'The pupil’s UPN: A823432108001.': ['case-number: A823432108001'],
        'Client ID 55012 was seen.': ['case-number: 55012'],
        'The case number is 20441 at present.': ['case-number: 20441'],
        'National insurance number QQ 12 34 56 C was given.': ['case-number: QQ 12 34 56 C'],
        'Case number 12 of 64 was late. Of the case records 2014 to 2016 all were read.': [],
        'In case no 2,345 agree.': [],
      })
    })
  })
})
