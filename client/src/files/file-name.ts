/** What a file is called. */

import type { Uri } from 'vscode'

/** The last part of its path, with its ending: `westmarch.inspection.md`. */
export const fileName = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1)
