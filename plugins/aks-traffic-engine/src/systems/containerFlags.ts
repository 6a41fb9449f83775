import { listField, textListField } from '../objects/field';

/**
 * The command-line flags of a container, by name without dashes. A flag without a value is `true`.
 *
 * Understands `--name=value`, `--name value`, single dashes, and a whole command line handed to a shell.
 */
export function containerFlags(
  container: unknown,
): ReadonlyMap<string, string> {
  const words = [
    ...textListField(container, 'command'),
    ...textListField(container, 'args'),
  ].flatMap(word => (/\s--?[a-z]/i.test(word) ? word.split(/\s+/) : [word]));
  const flags = new Map<string, string>();
  for (let position = 0; position < words.length; position += 1) {
    const match = /^--?([A-Za-z][^=]*)(?:=(.*))?$/s.exec(words[position]);
    if (!match) {
      continue;
    }
    const next = words[position + 1];
    const follows = next !== undefined && !next.startsWith('-');
    flags.set(match[1].toLowerCase(), match[2] ?? (follows ? next : 'true'));
  }
  return flags;
}

/** Whether the container has a command or arguments of its own. */
export function hasWords(container: unknown): boolean {
  return (
    listField(container, 'command').length > 0 ||
    listField(container, 'args').length > 0
  );
}

/** Whether the container's command or arguments name this program, such as `/nginx-ingress-controller`. */
export function runsProgram(container: unknown, program: string): boolean {
  return ['command', 'args'].some(list =>
    textListField(container, list).some(
      word => word.includes(program) && word.split(/\s+/).includes(program),
    ),
  );
}
