/**
 * What a terminal obeys or hides, and the begin of what pipelines take for a command to them wherever it stands in their
 * log: Azure Pipelines `##vso[task.setvariable …]`, GitHub Actions `::error::` and the older `##[error]`.
 */
const steering =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#(?:vso)?\[)|:(?=:[a-z][\w-]*(?:\s[^:]*)?::)/giu;

/**
 * Text that cannot steer a terminal or a pipeline: control characters, invisible ones and those that turn the writing
 * direction around are written as their code, and so is the first character of what would be a command. Names in
 * manifests are whatever somebody wrote.
 *
 * @public
 */
export function printable(text: string): string {
  return text.replace(steering, escaped);
}

/**
 * The same for text of several lines, such as what another program says.
 *
 * @public
 */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join('\n');
}

/**
 * JSON in which no character can steer a terminal; `JSON.stringify` lets some pass.
 *
 * @public
 */
export function printableJson(value: unknown): string {
  return printableLines(JSON.stringify(value, undefined, 2));
}

/** As JSON writes it: a character beyond the first 65,536 is two codes. */
function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) =>
      `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
