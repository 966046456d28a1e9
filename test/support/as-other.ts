/** Does something without the rights of the system's administrator, who may read and write everything. */

/** If the tests do not run as the administrator, it is done as the present user. */
export async function asOther(run: () => Promise<unknown>): Promise<void> {
  const isAdministrator = process.geteuid?.() === 0
  if (isAdministrator) process.seteuid?.(65_534)
  try {
    await run()
  } finally {
    if (isAdministrator) process.seteuid?.(0)
  }
}
