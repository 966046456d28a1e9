/**
 * Text as Markdown, HTML and snippets show it: whatever comes from a report, a report type or the name of a
 * file goes through here before it becomes part of one of them.
 */

/**
 * Text on one line that Markdown shows unchanged, wherever it is put: no emphasis, link, image, code, HTML,
 * formula or table, and no address that a viewer turns into a link by itself. `a_b` becomes `a\_b`. At the
 * start of a line it needs `markdownLine` too.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&$@]/g, '\\$&')
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/www(?=\.)/gi, '$&\\')
}

/** A line of escaped Markdown whose beginning does not make it a list, heading, rule or code block. */
export function markdownLine(line: string): string {
  return line
    .trimStart()
    .replace(/^(?:[-+=:]|\d+(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that HTML shows unchanged, even in an attribute in quotation marks. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text between the tags of XML, with references only for the characters that need one. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, sign => references[sign] ?? sign)
}

/** The value of an attribute of XML, in double quotation marks, with all white space kept. */
export function xmlAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, sign => references[sign] ?? sign)
}

/** Text that a snippet inserts unchanged, even within a placeholder: no tab stop, no variable. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** Text that a snippet offers as one of several choices. */
export function snippetChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&')
}

/**
 * Words for a message, the status or a line above the text. VS Code turns `[words](command:…)` in them into a
 * link and `$(name)` into a picture, and has no way to write these as text: an invisible character, the word
 * joiner, breaks them up.
 */
export function messageText(words: string): string {
  return words.replace(/[\]$](?=\()/g, '$&\u2060')
}

/** Signs that command a terminal, and those that reverse the order of letters. */
const commanding = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The colours that we use ourselves: bold, faint, underlined, and coloured letters; none hides its text. */
const colour = /^\[(?:[0-4]|2[2-4]|3[0-7]|39|9[0-7])m/

/**
 * Text as a terminal shows it: anything that would move its cursor, change its title or hide words becomes a
 * visible sign, such as `␛`. Line ends, tabs and our colours stay.
 */
export function terminalText(text: string): string {
  return text.replace(commanding, (sign, at: number) => {
    if (sign === '\n' || sign === '\t') return sign
    if (sign === '\r' && text[at + 1] === '\n') return sign
    if (sign === '\u001b' && colour.test(text.slice(at + 1, at + 6))) return sign
    const code = sign.charCodeAt(0)
    return code < 32 ? String.fromCharCode(0x2400 + code) : '\ufffd'
  })
}
