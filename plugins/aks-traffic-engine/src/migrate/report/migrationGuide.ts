import { MigratedPath, Migration, MigrationNote } from '../types';
import {
  markdownCell as cell,
  markdownCode as code,
  markdownCellText as cellText,
  markdownText as inline,
  placeOf,
  targetTitles,
} from './markdown';

const goBackSteps = (from: string) =>
  [
    `1. Point the DNS records back at the address of ${from}. It still serves everything as long as the Ingresses are there.`,
    '2. Only then remove the new routes and the Gateway.',
    '3. After the Ingresses were deleted: apply them again from the history of the repository before DNS is moved.',
  ].join('\n');

/**
 * The guide that goes with migrated objects, as Markdown: what a person must decide, what became of each annotation and
 * path, how to shift traffic, and how to go back.
 *
 * @public
 */
export function migrationGuide(migration: Migration): string {
  const { target, notes, paths } = migration;
  const from = migration.from.join(' and ') || 'NGINX';
  const gateways = migration.objects.filter(({ kind }) => kind === 'Gateway');
  const of = (attention: MigrationNote['attention']) =>
    notes.filter(note => note.attention === attention);
  return [
    `# Move to ${targetTitles[target]}`,
    'Written by a program from the Ingresses as they were. Read it through before anything is applied.',
    section('Decide before the move', of('decide')),
    openSection(migration),
    section('Check after the move', of('check')),
    annotationTable(migration),
    pathTable(paths),
    section('Carried over or not needed', of('done')),
    `## Shift traffic side by side\n\n${shiftSteps(
      gateways.map(({ metadata }) => metadata.name),
      from,
    )}`,
    `## Go back\n\n${goBackSteps(from)}`,
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, notes: readonly MigrationNote[]): string {
  return notes.length === 0
    ? ''
    : `## ${title}\n\n${notes
        .map(
          ({ object, about, message }) =>
            `- ${code(placeOf(object))}, ${code(about)}: ${inline(message)}`,
        )
        .join('\n')}`;
}

/** What was let through by request belongs where whoever reviews the change sees it. */
function openSection({ openings, isOpen }: Migration): string {
  return !isOpen || openings.length === 0
    ? ''
    : `## Open by request\n\nThese routes answer everybody, because open routes were allowed. Close them before traffic moves.\n\n${openings
        .map(
          ({ object, annotation, message }) =>
            `- ${code(placeOf(object))}, ${code(annotation)}: ${inline(
              message,
            )}`,
        )
        .join('\n')}`;
}

function annotationTable({ annotations, target }: Migration): string {
  if (annotations.length === 0) {
    return '';
  }
  const rows = annotations.map(({ object, name, targets }) => {
    const verdict = targets.find(each => each.target === target);
    return [
      cell(placeOf(object)),
      cell(name),
      verdict?.outcome ?? 'unknown',
      cellText(verdict?.reason ?? ''),
      verdict?.minAksVersion ?? '',
    ];
  });
  return `## Every annotation\n\n${table(
    ['Ingress', 'Annotation', 'Verdict', 'Why', 'AKS from'],
    rows,
  )}`;
}

function pathTable(paths: readonly MigratedPath[]): string {
  if (paths.length === 0) {
    return '';
  }
  const rows = paths.map(({ host, path, pathType, route, reason }) => [
    cell(host),
    cell(path),
    cellText(pathType),
    route
      ? cell(`${route.kind} ${placeOf(route)}`)
      : `**not served**: ${cellText(reason ?? '')}`,
  ]);
  return `## Every path\n\n${table(
    ['Host', 'Path', 'Type', 'Served by'],
    rows,
  )}`;
}

function shiftSteps(gateways: readonly string[], from: string): string {
  const which =
    gateways.length === 1
      ? `Gateway ${code(gateways[0])}`
      : 'each of the Gateways';
  return [
    `1. Apply the new objects beside the Ingresses. Nothing changes for clients: both ways in work, each with an address of its own, because the address of ${from} cannot be taken along.`,
    `2. Wait until ${which} is Programmed and every route is Accepted with ResolvedRefs (\`kubectl get gateway,httproute -A\`), and note the address.`,
    '3. Test against the new address without touching DNS: `curl --resolve <host>:443:<address> https://<host>/<path>`; for a host name as the address, resolve it first.',
    '4. Lower the TTL of the DNS records a day ahead. Then move them by weight, 5, 25, 50 and 100 percent, with a look at errors and latency at each step.',
    `5. When no requests reach ${from} any more for as long as clients keep DNS answers, delete the Ingresses.`,
  ].join('\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}
