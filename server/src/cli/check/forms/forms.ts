/** The forms of the output of `check`, by name. */

import type { Form, FormName, FormOptions } from './form'
import { githubForm } from './github'
import { htmlForm } from './html'
import { jsonForm } from './json'
import { sarifForm } from './sarif'
import { textForm } from './text'

const makers: Readonly<Record<FormName, (options: FormOptions) => Form>> = {
  text: textForm,
  json: () => jsonForm,
  sarif: sarifForm,
  github: githubForm,
  html: htmlForm,
}

export function formOf(name: FormName, options: FormOptions): Form {
  return makers[name](options)
}
