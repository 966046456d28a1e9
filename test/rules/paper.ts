/** A small type whose papers list annexes, and a paper of it, for tests. */

import { compileType } from '../../server/src/types/compile'

export const paperType = compileType({
  id: 'paper',
  name: 'Paper',
  recognise: { titles: ['Paper for the cabinet'] },
  sections: [{ id: 'introduction', title: 'Introduction' }],
  annexes: { titles: ['Annexes'] },
})

export const paper = (introduction: string): string => `Paper for the cabinet

Introduction

${introduction}

Annexes:
Annex 1: The letter
Annex 2: The answer
`
