/** The tables of all keys of a type file, in Markdown, for docs/report-types.md; made from `format.ts`. */

import { type KeysShape, type Shape, typeShape } from './format'

const headings: Readonly<Record<string, string>> = {
  type: 'A type',
  valid: '`valid`',
  recognise: '`recognise`',
  scale: '`scale`',
  grade: 'A grade',
  cover: '`cover`',
  field: 'A field of the cover',
  contents: '`contents`',
  section: 'A section',
  added: 'An entry of `add`',
  summary: '`summary`',
  row: 'A row',
  limit: 'A limit',
  outcomes: '`outcomes`',
  outcome: 'An outcome',
  draft: '`draft`',
  openings: '`openings`',
  others: '`others`',
  standardSentence: 'A standard sentence',
  annexes: '`annexes`',
  footer: '`footer`',
  proportion: 'A proportion',
  word: '`word`',
}

/** One table for each kind of entry, in the order in which they are first met. */
export function keyTables(): string {
  const seen: KeysShape[] = []
  const meet = (shape: KeysShape): void => {
    // Editions have the keys of a type, changes those of a section.
    if (seen.some(({ name }) => name === shape.name) || headings[shape.name] === undefined) return
    seen.push(shape)
    for (const { shape: each } of Object.values(shape.keys()))
      for (const inner of innerKeys(each)) meet(inner)
  }
  meet(typeShape)
  return seen.map(table).join('\n')
}

function innerKeys(shape: Shape): readonly KeysShape[] {
  if (shape.kind === 'keys') return [shape]
  return shape.kind === 'list' || shape.kind === 'map' ? innerKeys(shape.of) : []
}

function table(shape: KeysShape): string {
  const rows = Object.entries(shape.keys()).map(([name, { shape: value, required, about }]) => {
    const key = required === true ? `**\`${name}\`**` : `\`${name}\``
    return `| ${key} | ${described(value)} | ${about.replaceAll('|', '\\|')} |`
  })
  const needed = Object.values(shape.keys()).some(({ required }) => required === true)
  return [
    `### ${headings[shape.name]}`,
    '',
    ...(needed ? ['Keys in bold must be there.', ''] : []),
    '| key | value | |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function described(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      if (shape.of !== undefined) return shape.of.map(word => `\`${word}\``).join(', ')
      if (shape.form === 'id') return 'id'
      return shape.form === 'day' ? 'day' : 'text'
    case 'number':
      return 'number'
    case 'flag':
      return '`true`, `false`'
    case 'list':
      return `list of ${many(shape.of)}`
    case 'either':
      return shape.of.map(described).join(', or ')
    case 'map':
      return `keys of your own, each ${described(shape.of)}`
    case 'keys':
      return 'keys, see below'
  }
}

function many(shape: Shape): string {
  if (shape.kind === 'keys') return 'entries, see below'
  return shape.kind === 'text' && shape.form === 'id' ? 'ids' : 'texts'
}
