/** What a terminal obeys or hides; stacks have lines. */
const steering = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** An error for a terminal: paths of requests and names of objects in it are written so that they steer nothing. */
export function describeError(error: unknown): string {
  const text =
    error instanceof Error ? error.stack ?? error.message : String(error);
  return plainText(text);
}

/** Text in which characters that steer a terminal are written as JSON writes them. */
export function plainText(text: string): string {
  return text.replace(steering, character =>
    [...Array(character.length).keys()]
      .map(
        index =>
          `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
      )
      .join(''),
  );
}
