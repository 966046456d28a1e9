/** A letter or two at the right edge of the side panel, where a long title pushes the grade out of sight. */

import { type Disposable, type FileDecoration, Uri, window } from 'vscode'

const scheme = 'inspection-report-grade'

/** The address that a judgement's line in the side panel has, so that the letters of its grade are beside it. */
export function gradeUri(grade: string): Uri {
  return Uri.from({ scheme, path: `/${grade}` })
}

export function registerGradeBadges(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme: asked, path }): FileDecoration | undefined =>
      asked === scheme ? { badge: initials(path.slice(1)), tooltip: path.slice(1) } : undefined,
  })
}

/** `G` for good, `RI` for requires improvement. */
function initials(grade: string): string {
  return grade
    .split(/[\s-]+/)
    .slice(0, 2)
    .map(word => word.charAt(0).toUpperCase())
    .join('')
}
