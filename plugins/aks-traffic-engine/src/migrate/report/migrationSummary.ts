import { Migration } from '../types';
import { markdownCode, markdownText, placeOf, targetTitles } from './markdown';

/**
 * What a migration comes to, as short Markdown for the description of a pull request: what to decide first, how much
 * there is of the rest, and where all of it stands.
 *
 * @public
 */
export function migrationSummary(
  migration: Migration,
  options: {
    /** Where the whole guide is, for readers of the change. */
    guidePath: string;
    /** Characters that the text may have; GitHub takes 65,536 and other hosts fewer. 8,000 when absent. */
    maximumLength?: number;
  },
): string {
  const { guidePath, maximumLength = 8_000 } = options;
  const { target, from, objects, notes, paths, annotations } = migration;
  const decide = notes.filter(({ attention }) => attention === 'decide');
  const unserved = paths.filter(({ route }) => route === undefined);
  const ingresses = new Set(
    paths.map(({ from: { namespace, name } }) => `${namespace}/${name}`),
  );
  const head = [
    `Moves ${counted(ingresses.size, 'Ingress', 'Ingresses')} of ${
      from.join(' and ') || 'NGINX'
    } to ${targetTitles[target]}: ${counted(
      objects.length,
      'object',
    )} for ${counted(paths.length, 'path')}, ${counted(
      annotations.length,
      'annotation',
    )} judged.`,
    `**Read ${markdownCode(
      guidePath,
    )} before anything is applied.** It has every annotation and path, what to check, how to shift traffic side by side, and how to go back.`,
    ...(unserved.length > 0
      ? [`**${counted(unserved.length, 'path')} would not be served.**`]
      : []),
    ...(migration.isOpen && migration.openings.length > 0
      ? [
          `**${counted(
            migration.openings.length,
            'thing',
          )} that kept callers out would not any more, by request.**`,
        ]
      : []),
    `## Decide before the move (${decide.length})`,
  ].join('\n\n');
  const lines = decide.map(
    ({ object, about, message }) =>
      `- ${markdownCode(placeOf(object))}, ${markdownCode(
        about,
      )}: ${markdownText(message)}`,
  );
  return withLines(head, lines, { guidePath, maximumLength });
}

/** As many of the lines as there is room for, and how many more there are. */
function withLines(
  head: string,
  lines: readonly string[],
  { guidePath, maximumLength }: { guidePath: string; maximumLength: number },
): string {
  if (lines.length === 0) {
    return `${head}\n\nNothing.\n`.slice(0, maximumLength);
  }
  const more = (count: number) =>
    count === 0 ? '' : `\n\nAnd ${count} more, in ${markdownCode(guidePath)}.`;
  const kept: string[] = [];
  let length = head.length + 2 + more(lines.length).length + 1;
  for (const line of lines) {
    if (length + line.length + 1 > maximumLength) {
      break;
    }
    kept.push(line);
    length += line.length + 1;
  }
  return `${head}${kept.length > 0 ? `\n\n${kept.join('\n')}` : ''}${more(
    lines.length - kept.length,
  )}\n`.slice(0, maximumLength);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
