import assert from 'node:assert/strict'
import { snippetText } from '../../../server/src/features/data/snippet-text'

describe('snippetText', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Grade 2 (good)', 'Grade 2 (good)'],
    ['$1. Text$0', '. Text'],
    ['${1:13}. The ${2:quality} is $0', '13. The quality is '],
    ['Grade ${1|2,3|} (${2|good,adequate|})', 'Grade 2 (good)'],
    ['${1:${2:inner} text} and $2', 'inner text and inner'],
    ['${1:good} is $1', 'good is good'],
    ['costs \\$5 \\} \\\\', 'costs $5 } \\'],
    ['costs $ and ${name}', 'costs $ and ${name}'],
    ['${1:never closed', 'never closed'],
    ['${1|never,closed', 'never'],
  ]
  for (const [snippet, text] of cases) {
    it(JSON.stringify(snippet), () => assert.equal(snippetText(snippet), text))
  }
})
