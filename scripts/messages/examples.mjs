// Examples for the variable places of a text, so that it can be read as a user meets it.

const titles = ['Staying safe', 'Being healthy', 'Leadership', 'Value for money']

/** Chosen by the words that the source has in that place; the first that fits counts. */
const byExpression = [
  [/^days$|fault\.days/, ['28']],
  [/monthNames/, ['February']],
  [/fault\.month/, ['13']],
  [/fault\.name/, ['September']],
  [/^wrong$/, ['Septembre']],
  [/^value\.text/, ['20l1']],
  [/copyright|^year$|\byear\b/i, ['2011', '2010']],
  [/writtenDay|\bday\b|^end$|date/i, ['6 May 2011', '20 May 2011']],
  [/^causes/, ['"Being healthy"', '"Enjoying and achieving"']],
  [/^(?:grades|limiting)$/, ['"adequate"']],
  [/numberText|^number$|^paragraph$|before\.number/, ['12', '14', '16']],
  [/wrong\.text|\.number$|\bcount\b/, ['3', '4']],
  [/\bword\b|[gG]rade$|grade\??\.word|^(?:here|there|stated|list|known)$/, ['good', 'adequate']],
  [/summaryTitle|summaryName|^table$/, ['Record of main findings']],
  [/typesFolderSetting/, ['inspectionReports.typesFolder']],
  [/^folder$|fsPath/, ['S:\\Report types']],
  [/author$/, ['Ann Carter']],
  [/authority/i, ['Westmarch']],
  [/label/, ['Published', 'Inspection dates']],
  [/traceOf|String\(error\)/, ['Error at server.js:12:34']],
  [/\brule\b/, ['mismatched-grade']],
  [/[tT]itle|heading|section|judgement|^place|home/, titles],
  [
    /length|^(?:most\w*|found|left|all|done|judgements|toDos|paragraphs|atLeast)$|\+ 1$/,
    ['3', '7'],
  ],
]

/** Chosen by what is before and after the place, if the words of the source say nothing. */
const byContext = [
  [/(?:^|[^"“])\{\d\} (?:\p{Ll}{3,}s|of)\b|\{\d\} ms|grade \{\d\}/u, ['3', '7', '9']],
  [/[Ll]ine \{\d\}|[Pp]age \{\d\}|paragraphs? \{\d\}/, ['12', '14', '16']],
  [
    /\{\d\} (?:could not be|has stopped|is not a report)|(?:is|are) in \{\d\}|[Pp]review of/,
    ['Westmarch.docx'],
  ],
  [/["“]\{\d\}["”]/, titles],
]

const otherwise = ['Westmarch', 'Eastmarch', 'Northmarch', 'Southmarch', 'Midmarch']

/** The text with something invented in each place: `"{0}" is missing.` is `"Staying safe" is missing.` */
export function withExamples({ text, args }) {
  const used = new Map()
  const chosen = args.map((expression, at) => {
    const context = around(text, at)
    const [, list] = byExpression.find(([fits]) => fits.test(expression)) ??
      byContext.find(([fits]) => fits.test(context)) ?? [undefined, otherwise]
    const number = used.get(list) ?? 0
    used.set(list, number + 1)
    return list[number] ?? otherwise[number] ?? `${number}`
  })
  return text.replace(/\{(\d+)\}/g, (_, at) => chosen[Number(at)] ?? otherwise[Number(at)])
}

/** The words beside a place. */
function around(text, number) {
  const at = text.indexOf(`{${number}}`)
  return text.slice(Math.max(0, at - 12), at + 24)
}
