import { InputError } from '@backstage/errors';
import {
  printable,
  printableJson,
  printableLines,
  writeManifests,
} from 'backstage-plugin-aks-traffic-common';
import {
  migrateIngresses,
  Migration,
  migrationGuide,
  migrationTargetOf,
} from 'backstage-plugin-aks-traffic-engine';
import { readObjects } from 'backstage-plugin-aks-traffic-node';
import { Terminal } from '../Terminal';

/** What `migrate` was asked for. */
export interface MigrateCommandOptions {
  paths: string[];
  /** A name of `migrationTargetNames`. */
  to: string;
  format: 'yaml' | 'json' | 'guide';
  kubernetesVersion?: string;
  internal?: boolean;
  allowOpen?: boolean;
  /** `namespace/name`. */
  gateway?: { namespace: string; name: string };
  annotationPrefix?: string;
}

/**
 * Prints the objects that take the place of Ingresses, with a verdict for each of their annotations.
 *
 * @returns 1 when routes would be open, and that was not asked for; nothing is printed then.
 * @throws InputError when there is no Ingress to move.
 */
export async function migrate(
  options: MigrateCommandOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const { paths, to, format, ...given } = options;
  const target = migrationTargetOf(to);
  if (target === undefined) {
    throw new InputError(`there is no target ${to}`);
  }
  const { objects, gaps } = await readObjects({ paths, from: terminal });
  for (const gap of gaps) {
    terminal.writeError(`aks-traffic: input: ${printable(gap)}\n`);
  }
  const migration = migrateIngresses({ target, objects, ...given });
  if (migration.paths.length === 0) {
    throw new InputError(
      `no Ingress with a path in ${paths.join(
        ', ',
      )}; give the manifests of the Ingresses, and of their Services if ports have names`,
    );
  }
  const { openings, isOpen } = migration;
  for (const { object, message } of openings) {
    terminal.writeError(
      `aks-traffic: ${isOpen ? 'open' : 'not moved'}: ${printable(
        `${object.namespace}/${object.name}: ${message}`,
      )}\n`,
    );
  }
  if (openings.length > 0 && !isOpen) {
    terminal.writeError(
      'aks-traffic: --allow-open writes these routes all the same\n',
    );
    return 1;
  }
  terminal.writeOutput(formatted(migration, format));
  return 0;
}

function formatted(
  migration: Migration,
  format: MigrateCommandOptions['format'],
): string {
  switch (format) {
    case 'json':
      return `${printableJson(migration)}\n`;
    case 'guide':
      return printableLines(migrationGuide(migration));
    default:
      return `${comments(migration)}${writeManifests(migration.objects)}`;
  }
}

/** The verdicts as comments, so that what is printed can be applied as it is. */
function comments({ notes, paths, openings }: Migration): string {
  const lines = [
    ...openings.map(
      ({ object, message }) =>
        `open: ${object.namespace}/${object.name}: ${message}`,
    ),
    ...notes.map(
      ({ attention, object, about, message }) =>
        `${attention}: ${object.namespace}/${object.name}: ${about}: ${message}`,
    ),
    ...paths
      .filter(({ route }) => route === undefined)
      .map(
        ({ from, host, path, reason }) =>
          `not served: ${from.namespace}/${from.name}: ${host}${path}: ${reason}`,
      ),
  ];
  return lines.map(line => `# ${printable(line)}\n`).join('');
}
