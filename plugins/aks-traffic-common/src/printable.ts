/** What a terminal obeys, or what it and a browser hide; the blank of Braille has no ink and is no space either. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]/u;

/** What Unicode says to draw nothing for; behind a pictograph, the selectors of its two looks are part of it. */
const ignorable =
  /(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]/u;

/**
 * The begin of what pipelines take for a command to them wherever it stands in their log: Azure Pipelines
 * `##vso[task.setvariable …]`, GitHub Actions `::error::` and the older `##[error]`.
 */
const command = /#(?=#(?:vso)?\[)|:(?=:[a-z][\w-]*(?:\s[^:]*)?::)/iu;

const steering = new RegExp(
  [hidden, ignorable, command].map(({ source }) => source).join('|'),
  'giu',
);

/**
 * Text that cannot steer a terminal or a pipeline, nor look like another text on any screen: control characters,
 * invisible ones and those that turn the writing direction around are written as their code, and so is the first
 * character of what would be a command. Names in manifests are whatever somebody wrote.
 *
 * @public
 */
export function printable(text: string): string {
  return text.replace(steering, escaped);
}

/**
 * The same for text of several lines, such as what another program says or a snippet in an annotation.
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
