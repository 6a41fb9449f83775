/** What a function returns, or the name of the error it throws: the two outcomes a property has to tell apart. */
export function resultOrErrorName<T>(action: () => T): T | string {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
