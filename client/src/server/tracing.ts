/** The log at the level *Trace*, the only one that may hold reports: it says so. */

import { type Disposable, LogLevel, type LogOutputChannel } from 'vscode'

/** Says in the log itself that it holds reports from now on, when somebody sets it to do so. */
export function followTracing(channel: LogOutputChannel): Disposable {
  let isTracing = false
  const follow = (level: LogLevel): void => {
    if (level === LogLevel.Trace && !isTracing) channel.warn(tracing)
    isTracing = level === LogLevel.Trace
  }
  follow(channel.logLevel)
  return channel.onDidChangeLogLevel(follow)
}

const tracing =
  'The log level is "Trace". From here on this log may hold names and texts of reports. Set another level when you have seen what you need, and delete the log.'
