/** Invented reports of types that have what the samples lack: outcomes, annexes, footers. */

import { compileType } from '../../server/src/types/compile'
import type { ReportType } from '../../server/src/types/report-type'

const letter = `Focused visit to Westmarch children’s services

This letter summarises the findings of a focused visit.

## Overview

Children receive an effective service. There are no priority actions.

## Findings

Thresholds are applied well. Social workers visit often.
`

const paper = `Paper for the cabinet

## Introduction

Inspectors came in May (see Annex 1). The council has answered (see Annex 2), and its plan follows from the inspectors’ letter (see Annex 1).

## Annexes

Annex 1: The inspectors’ letter
Annex 2: The council’s answer
`

const paperType = compileType({
  id: 'cabinet-paper',
  name: 'Cabinet paper',
  recognise: { titles: ['Paper for the cabinet'] },
  sections: [{ id: 'introduction', title: 'Introduction' }],
  annexes: { titles: ['Annexes'] },
})

/** The text of a report as pages with a running footer. */
function withFooters(text: string): string {
  let page = 0
  const footer = () =>
    `\nInspection of Westmarch local authority children’s services\n2 to 13 June 2025    ${++page}\n\f\n`
  return text.replace(/\n(?=## )/g, () => footer())
}

/** By rule: the text into which its defects are put, if not the sample; `text` makes it from the ILACS sample. */
export const texts: Readonly<
  Record<string, { readonly text: (ilacs: string) => string; readonly type?: ReportType }>
> = {
  'breached-limit': { text: ilacs => ilacs },
  'mismatched-footer': { text: withFooters },
  'mismatched-outcome': { text: () => letter },
  'unknown-report-type': { text: ilacs => `---\nreport: ofsted-ilacs\n---\n\n${ilacs}` },
  'ungraded-letter': { text: () => letter },
  'unresolved-annex': { text: () => paper, type: paperType },
  'unused-annex': { text: () => paper, type: paperType },
}
