/** What in the body of a report may lead to one person: names, single children, numbers and addresses. */

import { sentenceAt, sentencesIn } from '../../text/sentences'
import { overlaps, type Span, type TextSpan } from '../../text/span'
import type { Report } from '../model'
import { type BodyPart, bodyOf } from './body'
import { isTelephone, mailAddressesIn, numbersIn, postcodesIn } from './contacts'
import { namedPeopleIn, roles } from './named-people'
import { singleChildrenIn } from './one-child'
import { personTitles } from './person-names'
import { caseNumbersIn, isNhsNumber } from './personal-numbers'
import { type IsOrdinary, placesIn } from './place-names'
import { placedWords } from './placed-words'

/** One thing that may lead to somebody, at its first place in the report. */
export type IdentifyingDetail = TextSpan &
  (
    | { readonly kind: 'name' | 'telephone' | 'e-mail' | 'postcode' | 'nhs-number' | 'case-number' }
    /** `Child A`: what somebody calls one child. */
    | { readonly kind: 'lettered-child' }
    /** One child, with the place that is named beside it. */
    | { readonly kind: 'one-child'; readonly place: TextSpan }
  )

/** What there is in the report, in the order of its text; each name, number and address once. */
export function identifyingDetails(report: Report): readonly IdentifyingDetail[] {
  const reader = new Reader(report)
  for (const part of bodyOf(report)) reader.read(part)
  return reader.found.sort((one, other) => one.start - other.start)
}

class Reader {
  readonly found: IdentifyingDetail[] = []
  private readonly text: string
  /** What was found before, and what identifies nobody. */
  private readonly known: Set<string>
  private readonly ordinary = new Map<string, boolean>()

  constructor(private readonly report: Report) {
    this.text = report.flow.text
    this.known = new Set(report.type.wellKnown.map(each => plain(each)))
  }

  read({ kind, span }: BodyPart): void {
    const taken: Span[] = []
    const take = (detail: SimpleKind, places: Iterable<Span>) => {
      for (const place of places) {
        if (taken.some(each => overlaps(each, place))) continue
        taken.push(place)
        this.add(detail, place)
      }
    }
    const { text } = this
    const stretch = text.slice(span.start, span.end)
    if (stretch.includes('@')) take('e-mail', this.foreignAddresses(span))
    if (digits.test(stretch)) {
      take('case-number', caseNumbersIn(text, span))
      const numbers = [...numbersIn(text, span)]
      take(
        'nhs-number',
        numbers.filter(each => isNhsNumber(text, each)),
      )
      take(
        'telephone',
        numbers.filter(({ start, end }) => isTelephone(text.slice(start, end))),
      )
      // Tables of the organisations of an area give their addresses.
      if (kind === 'prose') take('postcode', postcodesIn(text, span))
    }
    if (stretch.includes('Child ')) take('lettered-child', this.letteredChildren(span))
    const hasAge = mayBeAge.test(stretch)
    const hasNames = hasAge || mayName.test(stretch)
    const hasChildren = kind === 'prose' && (hasAge || mayBeChild.test(stretch))
    if (!hasNames && !hasChildren) return
    const words = placedWords(text, span)
    if (hasNames)
      for (const { name, ...place } of namedPeopleIn(text, words, this.isOrdinary))
        this.add('name', place, name)
    if (hasChildren) this.readChildren(span, words)
  }

  /** A child with its age or sex, and a place in the same sentence or in one beside it: one in each paragraph. */
  private readChildren(span: Span, words: readonly TextSpan[]): void {
    const { text, report } = this
    let places: readonly Span[] | undefined
    let sentences: readonly Span[] | undefined
    for (const child of singleChildrenIn(text, words)) {
      places ??= [...placesIn(text, words, this.isOrdinary)].filter(
        each => !this.isKnownPlace(each),
      )
      if (places.length === 0) return
      sentences ??= [...sentencesIn(text, span)]
      const at = sentences.findIndex(({ end }) => child.start < end)
      const [first, last] = [sentences[at - 1] ?? sentences[at], sentences[at + 1] ?? sentences[at]]
      const place = places.find(
        ({ start, end }) => start >= (first?.start ?? 0) && end <= (last?.end ?? 0),
      )
      if (place === undefined) continue
      this.found.push({
        ...report.flow.written(report.text, child),
        kind: 'one-child',
        place: report.flow.written(report.text, place),
      })
      return
    }
  }

  private isKnownPlace({ start, end }: Span): boolean {
    const name = this.text.slice(start, end)
    const { cover, type } = this.report
    const isOf = (known: string | undefined) =>
      known !== undefined && (known.includes(name) || name.includes(known))
    return (
      this.known.has(plain(name)) || isOf(cover.authority?.text) || type.inspectorates.some(isOf)
    )
  }

  /** E-mail addresses outside the inspectorates. */
  private *foreignAddresses(span: Span): Generator<Span> {
    const own = this.report.type.inspectorates.map(each => each.toLowerCase())
    for (const address of mailAddressesIn(this.text, span)) {
      const domain = this.text.slice(address.start, address.end).toLowerCase().split('@')[1] ?? ''
      if (!domain.split('.').some(label => own.includes(label))) yield address
    }
  }

  private *letteredChildren({ start, end }: Span): Generator<Span> {
    for (const { index, 0: name } of this.text.slice(start, end).matchAll(lettered)) {
      const place = { start: start + index, end: start + index + name.length }
      const sentence = sentenceAt(this.text, { start, end }, place.start)
      if (!review.test(this.text.slice(sentence.start, sentence.end))) yield place
    }
  }

  /** Notes a detail the first time. */
  private add(kind: SimpleKind, place: Span, name = this.text.slice(place.start, place.end)): void {
    const key = plain(name)
    if (this.known.has(key)) return
    this.known.add(key)
    this.found.push({ ...this.report.flow.written(this.report.text, place), kind })
  }

  /** Has the report the word in small letters, too? Few words are asked about, and most of them again and again. */
  private readonly isOrdinary: IsOrdinary = word => {
    const small = word.toLowerCase().replace(/[’']s$/, '')
    const known = this.ordinary.get(small)
    if (known !== undefined) return known
    const isOrdinary = small.length > 1 && holdsWord(this.text, small)
    this.ordinary.set(small, isOrdinary)
    return isOrdinary
  }
}

/** Is the word in the text, with no letter of the alphabet before or after it? */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (
      !isBasicLetter(text.charCodeAt(at - 1)) &&
      !isBasicLetter(text.charCodeAt(at + word.length))
    )
      return true
  return false
}

function isBasicLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

type SimpleKind = Exclude<IdentifyingDetail['kind'], 'one-child'>

/** None of the numbers has fewer; a postcode has them side by side or with a letter before. */
const digits = /\d\d|[A-Z]\d/

/** Words that may go before or after a name. */
const besideName = `(?:${[...roles].join('|')})\\b`

/** Cheap signs that a stretch of text has what takes longer to read: a title or a role beside a name, or an age. */
const mayName = new RegExp(
  `\\b(?:${[...personTitles].join('|')})\\b|\\b(?:called|named|${besideName}),?\\s[A-Z]|[a-z],\\s(?:[a-z]+\\s){0,3}${besideName}`,
)

const mayBeAge = /\(\d\d?\)|,\s\d\d?[,.;)]|\b(?:aged|who\s(?:is|was|turned))\b/

/** A single child, with its sex or with its age. */
const mayBeChild =
  /(?:\bold|\bgirl|\bboy|\bdaughter|\bson|\bsister|\bbrother|\byoung\s(?:wo)?man|\bof\s\d\d?)\b/i

const lettered = /\bChild [A-Z]{1,2}\b/g

/** What is written of a child in the name of a review is published with that. */
const review =
  /\b(?:SCRs?|LCSPRs?|CSPRs?)\b|\b(?:case|practice|incident|learning|published) reviews?\b|\binquiry\b/i

/** As names and numbers are compared: without spaces, in small letters. */
function plain(name: string): string {
  return name.replace(/[\s().-]+/g, '').toLowerCase()
}
