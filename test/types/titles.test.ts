import assert from 'node:assert/strict'
import { normalTitle } from '../../server/src/types/normal-title'
import { FirstWords } from '../../server/src/types/titles'

describe('the normal form of a title', () => {
  for (const [written, normal] of [
    ['Being healthy', 'being healthy'],
    ['**Economic well-being:**', 'economic well being'],
    ['  What does  the board need to improve? ', 'what does the board need to improve'],
    ['Children\u2019s services \u2013 overview.', "children's services overview"],
    ['Help & protection', 'help and protection'],
    ['Sta\uFB00 and o\u00ADthers', 'staff and others'],
    ['Areas\u00a0for\timprovement', 'areas for improvement'],
    ['***', ''],
    [' - ', ''],
  ] as const)
    it(`of ${JSON.stringify(written)} is ${JSON.stringify(normal)}`, () => {
      assert.equal(normalTitle(written), normal)
    })
})

describe('a line that begins like a title', () => {
  const first = new FirstWords([
    'effective help',
    'areas for improvement',
    "children's services",
    '2 good',
  ])
  const begins = (line: string) => first.mayBegin(line, 0, line.length)

  it('has the first word of one, in any case, with marks and whatever follows', () => {
    for (const line of [
      'Effective help',
      'AREAS FOR IMPROVEMENT',
      '**Areas**',
      'Children\u2019s services',
      'E\uFB00ective help',
      'Areas\u00a0for improvement',
      '2 good',
    ])
      assert.ok(begins(line), line)
  })

  it('has no other word, though that may begin with the same letters', () => {
    for (const line of ['Area plans', 'Efforts', 'Child', 'Help', '12. Areas', ''])
      assert.ok(!begins(line), line)
  })
})
