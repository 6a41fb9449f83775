/** Input that nothing can be done with. The message names the thing and the way out, in one line. */
export class UsageError extends Error {
  override name = 'UsageError';
}
