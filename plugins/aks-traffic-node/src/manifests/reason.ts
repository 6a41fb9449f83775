const reasons = new Map([
  ['ENOENT', 'there is no such file or folder; check the path'],
  ['EACCES', 'permission denied; check who may read it'],
  ['EPERM', 'permission denied; check who may read it'],
  ['ELOOP', 'the link leads back to itself'],
  ['EISDIR', 'it is a folder'],
]);

/** Why something cannot be read, for people. */
export function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return reasons.get(code ?? '') ?? message ?? String(error);
}
