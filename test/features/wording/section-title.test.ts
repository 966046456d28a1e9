import assert from 'node:assert/strict'
import { plainTitle, sectionTitle } from '../../../server/src/features/wording/section-title'
import { compileType } from '../../../server/src/types/compile'
import { reportOf } from '../../support/check-rule'

const type = compileType({
  id: 'services',
  name: 'Services',
  scale: { line: '{word}', grades: [{ word: 'good' }] },
  sections: [
    {
      id: 'services',
      title: 'Services',
      sections: [
        {
          id: 'leadership',
          title: 'Leadership, management and governance',
          aliases: ['Leadership, management and', 'Leadership, management'],
        },
        {
          id: 'adoption',
          title: 'Adoption performance',
          aliases: ['The graded judgement for adoption performance is that it'],
          grade: 'sentence',
        },
      ],
    },
  ],
})

describe('a section where it is listed', () => {
  it('is called as in the text', () => {
    check('**Leadership, management**', 'Leadership, management')
  })

  it('is called as the type calls it where its title breaks off', () => {
    check('Leadership, management and', 'Leadership, management and governance')
  })

  it('is called as the type calls it where a sentence stands for its title', () => {
    check(
      'The graded judgement for adoption performance is that it is good',
      'Adoption performance',
    )
  })
})

function check(heading: string, title: string): void {
  const text = `# Services\n\n## Services\n\n### ${heading}\n\nVisits are made.\n`
  const section = reportOf(text, { type }).sections.at(-1)
  assert.ok(section)
  assert.equal(plainTitle(section), title)
  assert.equal(sectionTitle(section), `${title} (Services)`)
}
