/**
 * Elements of a template's XML, found by their names and without reading the whole of it, so that everything else
 * stays exactly as it is. The XML is in the form of `inOneForm`.
 */

/** An element, up to the first end tag with its name: one that holds another of the same name is cut short. */
export interface XmlElement {
  readonly start: number
  readonly end: number
  /** The start tag with its attributes. */
  readonly tag: string
}

/** The elements with that name, such as `w:style`, in their order; the first that is not closed ends them. */
export function* elements(xml: string, name: string): Iterable<XmlElement> {
  const close = `</${name}>`
  for (let start = startTag(xml, name, 0); start !== -1; ) {
    const tagEnd = xml.indexOf('>', start) + 1
    if (tagEnd === 0) return
    const isEmpty = xml[tagEnd - 2] === '/'
    const closed = isEmpty ? tagEnd : xml.indexOf(close, tagEnd)
    if (closed === -1) return
    const end = isEmpty ? tagEnd : closed + close.length
    yield { start, end, tag: xml.slice(start, tagEnd) }
    start = startTag(xml, name, end)
  }
}

/** The first start tag of that name; undefined where there is none. */
export function firstTag(xml: string, name: string): XmlElement | undefined {
  const start = startTag(xml, name, 0)
  const end = xml.indexOf('>', start) + 1
  return start === -1 || end === 0 ? undefined : { start, end, tag: xml.slice(start, end) }
}

/** The XML with each element of that name replaced with what `by` returns for it. */
export function withElements(
  xml: string,
  name: string,
  by: (element: string, tag: string) => string,
): string {
  let result = ''
  let from = 0
  for (const { start, end, tag } of elements(xml, name)) {
    result += xml.slice(from, start) + by(xml.slice(start, end), tag)
    from = end
  }
  return result + xml.slice(from)
}

/** The value of an attribute in a start tag; undefined where it has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
  const lead = `${name}="`
  let start = tag.indexOf(lead)
  // "id" must not match the end of "w:id".
  while (start > 0 && !/\s/.test(tag.charAt(start - 1))) start = tag.indexOf(lead, start + 1)
  if (start === -1) return undefined
  const from = start + lead.length
  const end = tag.indexOf('"', from)
  return end === -1 ? undefined : tag.slice(from, end)
}

function startTag(xml: string, name: string, from: number): number {
  const lead = `<${name}`
  let start = xml.indexOf(lead, from)
  while (start !== -1 && !/[\s/>]/.test(xml.charAt(start + lead.length)))
    start = xml.indexOf(lead, start + 1)
  return start
}
