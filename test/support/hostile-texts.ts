/** Texts that would be more than text if they were taken for Markdown, HTML, a snippet or a formula. */

import fc from 'fast-check'

/** All at once, on one line. */
const everything =
  '![x](http://192.0.2.1/a.png) <img src=x> $CLIPBOARD ${1:a} $(x) [a](command:b) &lt; "\' www.a.b //c `d` |'

const hostileTexts: readonly string[] = [
  everything,
  '![x](http://192.0.2.1/a.png)',
  '![x][y]\n\n[y]: http://192.0.2.1/a.png',
  '<img src=http://192.0.2.1/a.png>',
  '<script>alert(1)</script>',
  '</style></title></td></p><svg onload=alert(1)>',
  '<!-- x',
  '" onmouseover="alert(1)',
  "' style='background:url(http://192.0.2.1/a.png)",
  '[a](command:workbench.action.quit)',
  '[a](command:workbench.action.quit "b")',
  '[a]: http://192.0.2.1',
  '`a` ```',
  '$(trash)',
  '${CLIPBOARD} $TM_FILENAME ${1|a,b|}',
  '$x$ $$\\href{http://192.0.2.1}{y}$$',
  'http://192.0.2.1/a https://example.org ftp://example.org',
  '//example.org www.example.org WWW.example.org wwww.example.org',
  'a@example.org mailto:a@example.org <a@example.org>',
  '<http://192.0.2.1>',
  '&lt;img src=x&gt; &#60;b&#62; &amp;',
  'a  \nb\\\nc',
  '# a',
  '- a',
  '1. a',
  '===',
  '---',
  '> a',
  '    a',
  '\ta',
  '| a | b |\n|---|---|',
  '*a* **b** _c_ ~~d~~',
  '\\',
  '=HYPERLINK("http://192.0.2.1")',
  '+1',
  '-1',
  '@SUM(1)',
  '\u2028a\u0000b\ud800',
]

/** One of them, some of them one after the other, cut anywhere, or any text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constant(everything),
  fc.constantFrom(...hostileTexts),
  fc
    .array(fc.constantFrom(...hostileTexts, ' ', 'word', '\n'), { maxLength: 4 })
    .map(each => each.join('')),
  fc
    .tuple(fc.constantFrom(...hostileTexts), fc.nat(12), fc.constantFrom(...hostileTexts))
    .map(([one, at, other]) => one.slice(0, at) + other),
  fc
    .array(fc.constantFrom(...'![]()<>&#*_`~|$@:/.\\"\'=+-ahwp19 \n\t'), { maxLength: 24 })
    .map(each => each.join('')),
)
