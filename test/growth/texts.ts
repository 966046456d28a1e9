/** Texts that are hard for one part of the product or another, in any size. */

/** Makes a text of about that many characters. */
export type HardText = (characters: number) => string

const head = `# Inspection of safeguarding and looked after children services

Westmarch

Inspection dates: 4 – 15 April 2011
Published: 6 May 2011

`

const contents = `## Contents

About this inspection 2
Record of main findings 20

`

const table = '## Record of main findings\n\n| Safeguarding services | |\n|---|---|\n'

/** `line(0)`, `line(1)`, … until the text is long enough. */
function lines(line: (at: number) => string): HardText {
  return characters => {
    const all: string[] = [head]
    let length = head.length
    for (let at = 0; length < characters; at++) {
      const next = `${line(at)}\n`
      all.push(next)
      length += next.length
    }
    return all.join('')
  }
}

/** The same words again and again in one line, after `before`. */
function oneLine(words: string, before = ''): HardText {
  return characters =>
    `${head}${before}${words.repeat(Math.ceil(characters / words.length))}\n\n1. The end.\n`
}

/** The titles that the headings of these texts have. */
export const titles: readonly string[] = [
  'Overall effectiveness',
  'Capacity for improvement',
  'Being healthy',
  'Staying safe',
  'Enjoying and achieving',
  'Leadership and management',
  'Services for looked after children',
  'Safeguarding services',
  'Record of main findings',
  'About this inspection',
]
const grades = ['Outstanding', 'Good', 'Adequate', 'Inadequate']
const titleAt = (at: number) => titles[at % titles.length] as string
const gradeAt = (at: number) => grades[Math.floor(at / 3) % grades.length] as string
/** Words that differ from line to line. */
const wordsAt = (at: number) => {
  const names = ['harbour', 'office', 'books', 'ships', 'plans', 'carers', 'schools', 'visits']
  return [at, at >> 3, at >> 6, at >> 9, at >> 12, at >> 15]
    .map(each => names[each & 7] as string)
    .join(' ')
}

export const hardTexts: Readonly<Record<string, HardText>> = {
  'paragraphs, numbered': lines(at => `${at + 1}. The council ${wordsAt(at)} well.\n`),
  'paragraphs, one number twice': lines(at => `${(at >> 1) + 1}. It ${wordsAt(at)}.\n`),
  'paragraphs, numbers falling': lines(at => `${99_999 - at}. It ${wordsAt(at)}.\n`),
  'paragraphs, numbers at random': lines(
    at => `${((at * 7_919) % 10_007) + 1}. It ${wordsAt(at)}.\n`,
  ),
  'paragraphs, every third number missing': lines(
    at => `${at + 1 + (at >> 1)}. It ${wordsAt(at)}.\n`,
  ),
  'paragraphs, numbers with parts': lines(
    at => `${(at >> 4) + 1}.${(at & 15) + 1} It ${wordsAt(at)}.\n`,
  ),
  'paragraphs under headings, numbers with parts': lines(at => {
    const own = at >> 1
    return at % 2 === 0
      ? `## ${titleAt(own)}\n`
      : `${Math.floor(own / 999) + 1}.${(own % 999) + 1} It ${wordsAt(own)}.\n`
  }),
  'paragraphs without numbers': lines(at => `The council ${wordsAt(at)} well.\n`),
  'paragraphs that all refer': lines(
    at => `${at + 1}. See paragraph ${at + 40} and paragraph 7.\n`,
  ),
  'numbers alone': lines(at => `${at + 1}.`),
  'numbers without a stop': lines(at => `${at + 1} Text of it`),
  'wrapped lines': lines(at => `the ${wordsAt(at)} and`),
  'headings, known': lines(at => `## ${titleAt(at)}\n`),
  'headings, known, with text': lines(
    at =>
      `## ${titleAt(at)}\n\nGrade 2 (good)\n\n${at + 1}. ${titleAt(at)} is ${gradeAt(at).toLowerCase()}.\n`,
  ),
  'headings, misspelt': lines(at => `## Overal efectiveness ${at}\n`),
  'headings, unknown': lines(at => `## The ${wordsAt(at)}\n`),
  'titles as lines': lines(at => `${titleAt(at)}\n`),
  'capital lines': lines(at => `The ${wordsAt(at)}\n`),
  'contents entries': lines(at => `${titleAt(at)} ${at + 2}`),
  'contents entries with dots': lines(at => `${titleAt(at)} ......... ${at + 2}`),
  'contents entries, unknown': characters =>
    lines(at => `The ${wordsAt(at)}\t${at + 2}`)(characters).replace(
      head,
      `${head + contents.trim()}\n`,
    ),
  'contents table': characters =>
    lines(at => `| ${titleAt(at)} | ${at + 2} |`)(characters).replace(
      head,
      `${head}## Contents\n\n| | |\n|---|---|\n`,
    ),
  'table rows, alike': lines(() => '| a | b |'),
  'table rows, different': lines(at => `| The ${wordsAt(at)} | ${gradeAt(at)} |`),
  'summary rows, known': characters =>
    lines(at => `| ${titleAt(at)} | ${gradeAt(at)} |`)(characters).replace(head, head + table),
  'summary rows, unknown': characters =>
    lines(at => `| The ${wordsAt(at)} | ${gradeAt(at)} |`)(characters).replace(head, head + table),
  'summary rows, misspelt': characters =>
    lines(at => `| Overal efectiveness ${at} | Goood |`)(characters).replace(head, head + table),
  'summary rows, tabs': characters =>
    lines(at => `${titleAt(at)}\t${gradeAt(at)}`)(characters).replace(
      head,
      `${head}## Record of main findings\n\n`,
    ),
  'summary rows, spaces': characters =>
    lines(at => `${titleAt(at)}     ${gradeAt(at)}`)(characters).replace(
      head,
      `${head}## Record of main findings\n\n`,
    ),
  'columns of words': lines(at => `${wordsAt(at)}      ${wordsAt(at + 9)}`),
  'grade lines': lines(at => `Grade ${(at & 3) + 1} (${gradeAt(at).toLowerCase()})\n`),
  'grade sentences': lines(at => `${titleAt(at)} is ${gradeAt(at).toLowerCase()}.`),
  'cover fields': lines(at => `Published: ${(at % 28) + 1} May 2011`),
  dates: lines(at => `On ${(at % 28) + 1} May ${2000 + (at % 20)} they met`),
  'list items': lines(at => `- it ${wordsAt(at)};`),
  'nested list items': lines(at => `${' '.repeat((at % 9) * 2)}- it ${wordsAt(at)}`),
  'lettered items': lines(at => `(${'abcdefgh'[at % 8]}) it ${wordsAt(at)}`),
  timescales: lines(at => (at % 2 === 0 ? 'Within three months:\n' : `- the ${wordsAt(at)}\n`)),
  notes: lines(at => `${at + 1}. They met. [Note AB: check ${wordsAt(at)}]\n`),
  placeholders: lines(at => `${at + 1}. They met [TBC] of XX ${wordsAt(at)}.\n`),
  suppressions: lines(
    at =>
      `<!-- inspection-reports ignore skipped-paragraph-number: known -->\n${at * 2 + 1}. It.\n`,
  ),
  'suppressions of the whole': lines(
    () => '<!-- inspection-reports ignore-file skipped-paragraph-number: known -->\n',
  ),
  comments: lines(at => `<!-- ${wordsAt(at)} -->`),
  'comments left open': lines(() => '<!-- left open'),
  'fences left open': lines(at => '`'.repeat(3 + (at % 5))),
  footnotes: lines(at => `${at + 1}. They met.[^${at}]\n\n[^${at}]: The ${wordsAt(at)}.\n`),
  'footnotes above text': characters =>
    `${lines(() => '[^1]: They met.')(characters)}\nand text that follows\n`,
  'annexes referred to': lines(
    at => `${at + 1}. See Annex ${'ABCDEF'[at % 6]} and Appendix ${at}.\n`,
  ),
  'annex headings': lines(at => `## Annex ${at}: ${wordsAt(at)}\n`),
  'pages with headers': lines(at =>
    at % 12 === 0 ? `${at / 12}\n\fWestmarch inspection report` : `the ${wordsAt(at)}`,
  ),
  'blank lines': lines(() => ''),
  'blank lines with spaces': lines(() => ' \t '),
  'line ends of Windows': characters =>
    lines(at => `${at + 1}. It ${wordsAt(at)}.\r\n\r`)(characters).replace(/(?<!\r)\n/g, '\r\n'),
  'soft hyphens': lines(at => `${at + 1}. The coun\u00adcil ${wordsAt(at)}.\n`),
  'emphasis left open': lines(at => `**${titleAt(at)} __is *not _closed`),
  'block quotations': lines(at => `> ${'>'.repeat(at % 9)} ${wordsAt(at)}`),
  'one line of words': oneLine('the harbour office keeps a book '),
  'one line of sentences': oneLine('Overall effectiveness is good. ', '1. '),
  'one line of references': oneLine('see paragraphs 1, 2 and 3; ', '1. '),
  'one line of letters': oneLine('a'),
  'one line of capitals': oneLine('Harbour '),
  'one line of digits': oneLine('1'),
  'one line of numbers': oneLine('12. '),
  'one line of dates': oneLine('6 May 2011, '),
  'one line of cells': oneLine('| a '),
  'one line of links': oneLine('[a](b) '),
  'one line of brackets': oneLine('['),
  'one line of closing brackets': oneLine(']'),
  'one line of parentheses': oneLine('('),
  'one line of bars': oneLine('|'),
  'one line of stars': oneLine('*'),
  'one line of stars and letters': oneLine('*a **b '),
  'one line of dots': oneLine('.'),
  'one line of dots after a title': oneLine('.', 'Overall effectiveness '),
  'one line of dashes': oneLine('-'),
  'one line of tabs': oneLine('\t'),
  'one line of spaces': oneLine(' '),
  'one line of spaces after words': oneLine(' ', '1. The council'),
  'one line of no-break spaces': oneLine('\u00a0'),
  'one line of hashes': oneLine('#'),
  'one line of signs of less': oneLine('<'),
  'one line of accents': oneLine('\u0301'),
  'one line of quotation marks': oneLine('"'),
  'one line of back quotes': oneLine('`'),
  'one line of underscores': oneLine('_'),
  'one line of colons': oneLine(':'),
}

/** The same signs, each on a line of its own, since that is read in another way. */
for (const sign of [
  '[',
  ']',
  '(',
  '|',
  '*',
  '.',
  '-',
  '\t',
  ' ',
  '#',
  '>',
  '<',
  '`',
  '_',
  ':',
  '"',
])
  Object.assign(hardTexts, { [`lines of ${JSON.stringify(sign)}`]: lines(() => sign) })
