/** The styles of an exported report: what each is called in Word, and how it looks without a template's own. */

import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'

/** What a paragraph of the document is, for which there is a style. */
export type Role =
  | 'title'
  | 'authority'
  | 'cover'
  | 'contents'
  | `heading${1 | 2 | 3 | 4 | 5 | 6}`
  /** A heading that the contents leave out: it looks like its level, but is not in Word's contents field. */
  | `outside${1 | 2 | 3 | 4 | 5 | 6}`
  | 'grade'
  | 'timescale'
  | 'numbered'
  | 'text'
  | 'bullet'
  | 'lettered'
  | 'tableText'
  | 'tableHeader'
  | 'tableGroup'

export const headingLevels = [1, 2, 3, 4, 5, 6] as const

/** A character style, for the names of cover fields. */
export const coverLabelStyle = 'CoverLabel'

/**
 * The names that a style for each role may have in a template, the first being its name in a new document.
 * Capitals and spaces do not matter.
 */
export const styleNames: Readonly<Record<Role, readonly string[]>> = {
  title: ['Title', 'Report Title'],
  authority: ['Subtitle', 'Authority'],
  cover: ['Cover', 'Cover Text'],
  contents: ['TOC Heading', 'Contents Heading'],
  heading1: ['Heading 1'],
  heading2: ['Heading 2'],
  heading3: ['Heading 3'],
  heading4: ['Heading 4'],
  heading5: ['Heading 5'],
  heading6: ['Heading 6'],
  outside1: ['Heading 1 outside contents'],
  outside2: ['Heading 2 outside contents'],
  outside3: ['Heading 3 outside contents'],
  outside4: ['Heading 4 outside contents'],
  outside5: ['Heading 5 outside contents'],
  outside6: ['Heading 6 outside contents'],
  grade: ['Grade', 'Grade Line', 'Judgement'],
  timescale: ['Timescale', 'Timescale Heading'],
  numbered: ['Numbered Paragraph', 'Numbered Paragraphs', 'Paragraph Numbered', 'Numbered Text'],
  text: ['Body Text', 'Paragraph', 'Unnumbered Paragraph'],
  bullet: ['List Bullet', 'Bullet', 'Bullets', 'Bulleted List'],
  lettered: ['List Letter', 'Lettered List'],
  tableText: ['Table Text', 'Table Body'],
  tableHeader: ['Table Header', 'Table Heading'],
  tableGroup: ['Table Group', 'Table Subheading'],
}

/** The id that a role's style has in a new document. */
export function styleId(role: Role): string {
  const [name = role] = styleNames[role]
  return name.replaceAll(' ', '')
}

const font = 'Arial'
const dark = '1F3864'
const sizes = { heading1: 32, heading2: 26, heading3: 23, heading4: 22, heading5: 22, heading6: 22 }

/**
 * The looks of a new document, whose title is on a cover page or above its text. Sizes are in half points,
 * distances in twentieths of a point.
 */
export function defaultStyles(title: 'on a cover page' | 'above the text'): IStylesOptions {
  const headings = headingLevels.map(level => {
    const options = headingLooks(level)
    return [`heading${level}`, options] as const
  })
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: 'en-GB' } },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: title === 'on a cover page' ? 48 : 38, bold: true, color: dark },
        paragraph: { spacing: { before: 240, after: 300 } },
      },
      ...Object.fromEntries(headings),
    },
    characterStyles: [
      { id: coverLabelStyle, name: 'Cover Label', quickFormat: true, run: { bold: true } },
    ],
    paragraphStyles: [
      ...headingLevels.map(outside),
      ...ownStyles,
      ...headingLevels.map(contentsLevel),
    ],
  }
}

function headingLooks(level: (typeof headingLevels)[number]) {
  return {
    run: {
      font,
      size: sizes[`heading${level}`],
      bold: true,
      italics: level > 4,
      color: dark,
    },
    paragraph: {
      spacing: { before: level === 1 ? 480 : 320, after: 140 },
      keepNext: true,
      keepLines: true,
    },
  }
}

function outside(level: (typeof headingLevels)[number]): IParagraphStyleOptions {
  const role = `outside${level}` as const
  return {
    ...named(role),
    basedOn: styleId(`heading${level}`),
    next: styleId('numbered'),
    paragraph: { outlineLevel: level - 1 },
  }
}

function contentsLevel(level: (typeof headingLevels)[number]): IParagraphStyleOptions {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: level === 1 ? { bold: true } : {},
    paragraph: {
      spacing: { before: level === 1 ? 160 : 0, after: 60 },
      indent: { left: (level - 1) * 280 },
    },
  }
}

function named(role: Role) {
  return { id: styleId(role), name: styleNames[role][0] as string, quickFormat: true }
}

const ownStyles: readonly IParagraphStyleOptions[] = [
  {
    ...named('authority'),
    basedOn: 'Normal',
    run: { size: 32, color: dark },
    paragraph: { spacing: { after: 720 } },
  },
  { ...named('cover'), basedOn: 'Normal', paragraph: { spacing: { after: 120 } } },
  {
    ...named('contents'),
    basedOn: 'Normal',
    run: { size: 32, bold: true, color: dark },
    paragraph: { spacing: { after: 200 }, keepNext: true },
  },
  {
    ...named('grade'),
    basedOn: 'Normal',
    next: styleId('numbered'),
    run: { bold: true },
    paragraph: { spacing: { after: 160 }, keepNext: true },
  },
  {
    ...named('timescale'),
    basedOn: 'Normal',
    next: styleId('bullet'),
    run: { bold: true },
    paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
  },
  { ...named('numbered'), basedOn: 'Normal', paragraph: { spacing: { after: 180 } } },
  { ...named('text'), basedOn: 'Normal', paragraph: { spacing: { after: 180 } } },
  { ...named('bullet'), basedOn: 'Normal', paragraph: { spacing: { after: 100 } } },
  {
    ...named('lettered'),
    basedOn: 'Normal',
    paragraph: { spacing: { after: 100 }, indent: { left: 1134, hanging: 567 } },
  },
  { ...named('tableText'), basedOn: 'Normal', paragraph: { spacing: { before: 50, after: 50 } } },
  {
    ...named('tableHeader'),
    basedOn: styleId('tableText'),
    run: { bold: true },
    paragraph: { keepNext: true },
  },
  {
    ...named('tableGroup'),
    basedOn: styleId('tableText'),
    run: { bold: true },
    paragraph: { keepNext: true },
  },
]
