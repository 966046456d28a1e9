import assert from 'node:assert/strict'
import { typographic } from '../../../server/src/report/template/typographic'

describe('the signs of published texts', () => {
  for (const [written, published] of [
    ["The local authority's strengths", 'The local authority’s strengths'],
    ["children's services", 'children’s services'],
    ["the boards' plans", 'the boards’ plans'],
    ["King's Lynn", 'King’s Lynn'],
    ['Section 1: The board - Summary', 'Section 1: The board – Summary'],
    ['[authority] - a letter', '[authority] – a letter'],
    ['5-16 September 2011', '5–16 September 2011'],
    ['Already – and ’', 'Already – and ’'],
    // What only looks alike stays.
    ['- a list item', '- a list item'],
    ['| --- | --- |', '| --- | --- |'],
    ['| a | - |', '| a | - |'],
    ['2011-09-05', '2011-09-05'],
    ['well-being', 'well-being'],
    ["'quoted'", "'quoted’"],
    ['12-13', '12-13'],
    ['0161 618-8524 M1', '0161 618-8524 M1'],
  ] as const)
    it(`of ${JSON.stringify(written)}`, () => assert.equal(typographic(written), published))
})
