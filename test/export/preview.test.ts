import assert from 'node:assert/strict'
import { XMLValidator } from 'fast-xml-parser'
import { plainText } from '../../server/src/export/document'
import { partsOf } from '../../server/src/export/parts'
import { previewOf } from '../../server/src/export/preview'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { sample, sampleNames } from '../reports/samples'
import { reportOf } from '../support/check-rule'
import { publishedReports } from '../support/published'

const report = (body: string) => `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011

Status: draft

## Contents

Services for looked after children	5
Staying safe	6

## Services for looked after children

### Staying safe

Grade 2 (good)

${body}
## Record of main findings

| Services for looked after children | |
|---|---|
| Staying safe | Good |
`

describe('the preview', () => {
  it('shows a field of the cover that a PDF has glued to its label', () => {
    const text = report('').replace(
      'Published: 6 May 2011',
      'Reporting inspectorEleanor Thripp HMI\n\nPublished: 6 May 2011',
    )
    const { html } = previewOf(reportOf(text), [])
    assert.match(html, /<b>Reporting inspector:<\/b> Eleanor Thripp HMI</)
  })

  it('shows cover, contents, headings, grade lines, numbers and tables', () =>
    checkHtml(
      report('1. Children are **safe**.\n'),
      `<header class="cover">
<h1 data-line="0">Inspection of safeguarding and looked after children services</h1>
<p class="authority" data-line="2">Westmarch</p>
<p class="field" data-line="4"><b>Published:</b> 6 May 2011</p>
</header>
<main>
<nav aria-labelledby="contents" data-line="8"><h2 id="contents">Contents</h2><ul><li class="level-1"><a href="#section-1">Services for looked after children</a> <span class="page">5</span></li><li class="level-3"><a href="#section-2">Staying safe</a> <span class="page">6</span></li></ul></nav>
<h2 id="section-1" class="new-page" data-line="13">Services for looked after children</h2>
<h3 id="section-2" data-line="15">Staying safe</h3>
<p class="grade" data-line="17">Grade 2 (good)</p>
<p class="numbered" id="paragraph-1" data-line="19"><span class="number">1.</span> Children are <strong>safe</strong>.</p>
<h2 class="new-page" data-line="21">Record of main findings</h2>
<table data-line="23"><thead><tr data-line="23"><th scope="col">Services for looked after children</th><td></td></tr></thead><tbody><tr data-line="25"><th scope="row">Staying safe</th><td>Good</td></tr></tbody></table>
</main>`,
    ))

  it('nests lists', () => {
    const html = htmlOf(
      report('1. Children:\n\n- play\n    - outside\n    - inside\n- eat\n\n2. More.\n'),
    )
    assert.match(
      html.replace(/ data-line="\d+"/g, ''),
      /<ul><li>play<ul><li>outside<\/li><li>inside<\/li><\/ul><\/li><li>eat<\/li><\/ul><p/,
    )
  })

  it('leaves notes and comments out, and marks what is still to be written', () => {
    const html = htmlOf(report('1. Children are [TBC]. [Note ET: how?] <!-- hush -->\n'))
    assert.match(html, /<mark>\[TBC\]<\/mark>/)
    assert.doesNotMatch(html, /how\?|hush|Status/)
  })

  it('sets the number of a footnote above the line', () => {
    const html = htmlOf(report('1. The board[^1] met.\n\n[^1]: It met twice.\n'))
    assert.match(html, /The board<sup>1<\/sup> met\./)
    assert.match(html, /<p class="footnote"[^>]*><sup>1<\/sup> It met twice\.<\/p>/)
  })

  it('reports problems beside their places, in words', () => {
    const text = report('1. Children are safe (see paragraph 9).\n').replace(
      'Status: draft\n\n',
      '',
    )
    const parsed = reportOf(text)
    const { html } = previewOf(parsed, checkReport(parsed))
    assert.match(
      html,
      /paragraph 9\)\.<\/p><div class="problems" role="note" aria-label="Problems">.*<p class="problem warning" data-goes-to="17"><b>To be put right:<\/b> There is no paragraph 9/,
    )
  })

  describe('puts a problem of a table at its row, and names the row', () => {
    // Each row as its words, or the name of what is said about it.
    const rows = (...table: readonly string[]) => {
      const text = report('1. Children are safe.\n').replace(/\| Services[\s\S]*/, table.join('\n'))
      const parsed = reportOf(text.replace('Status: draft\n\n', ''))
      const { html } = previewOf(parsed, checkReport(parsed))
      const [, written = ''] = /<table.*?>(.*)<\/table>/.exec(html) ?? []
      return written
        .split(/<tr[^>]*>/)
        .slice(1)
        .map(row => /<b>(.*?):<\/b>/.exec(row)?.[1] ?? row.replace(/<[^>]*>/g, ' ').trim())
    }
    const title = '| Services for looked after children | |\n|---|---|'
    const safe = '| Staying safe | Adequate |'
    const healthy = '| Being healthy | Good |'
    for (const [what, found, after] of [
      ['at the end', rows(title, healthy, safe), undefined],
      ['before others', rows(title, safe, healthy), 'Being healthy  Good'],
      [
        'whose cells tabs set apart',
        rows('Services for looked after children', 'Staying safe\tAdequate', 'Being healthy\tGood'),
        'Being healthy  Good',
      ],
    ] as const)
      it(what, () => {
        const at = found.indexOf('To be put right – Staying safe')
        assert.equal(found[at - 1], 'Staying safe  Adequate', found.join('\n'))
        assert.equal(found[at + 1], after)
      })
  })

  it('shows every text as it is, wherever it is', () => {
    const evil = `<img src=x onerror="alert('1')">&amp;`
    const shown = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;'
    const text = report(
      `1. A ${evil}\n\n- B ${evil}\n\n(a) C ${evil}\n\n| D ${evil} | E |\n|---|---|\n| F | ${evil} |\n\n### G ${evil}\n`,
    )
      .replace('Westmarch', `Westmarch ${evil}`)
      .replace('6 May 2011', `6 May 2011 ${evil}`)
      .replace('Staying safe	6', `Staying safe ${evil}	6`)
    const parsed = reportOf(text)
    const { html, title } = previewOf(parsed, checkReport(parsed))
    assert.doesNotMatch(html, /<img/)
    assert.ok(html.split(shown).length > 7, html)
    assert.ok(!/\n/.test(title))
  })

  it('says something of every sample and published report, in good order and with every word', () => {
    for (const { name: file, text } of documents()) {
      const parsed = parseReport(text)
      if (parsed === undefined) continue
      const { html } = previewOf(parsed, checkReport(parsed))
      assert.equal(XMLValidator.validate(`<div>${html}</div>`), true, file)
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length, file)
      for (const [, anchor] of html.matchAll(/ href="#([^"]*)"/g))
        assert.ok(ids.includes(anchor), file)
      const shown = words(
        html.replace(/<div class="problems".*?<\/div>/g, '').replace(/<[^>]*>/g, ' '),
      )
      for (const part of partsOf(parsed))
        if ('runs' in part)
          for (const word of words(plainText(part.runs)))
            assert.ok(shown.has(word), `${file}: ${word}`)
    }
  })
})

function htmlOf(text: string): string {
  return previewOf(reportOf(text), []).html
}

function checkHtml(text: string, expected: string): void {
  assert.equal(htmlOf(text), expected.replaceAll('\n', ''))
}

function words(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
  return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** The samples, and the published reports if their folder is there. */
function documents(): readonly { readonly name: string; readonly text: string }[] {
  return [...sampleNames.map(name => ({ name, text: sample(name) })), ...publishedReports()]
}
