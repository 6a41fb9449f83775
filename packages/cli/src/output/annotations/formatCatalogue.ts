import { AnnotationTargetVerdict } from 'backstage-plugin-aks-traffic-common';
import {
  AnnotationCatalogueEntry,
  migrationTargets,
} from 'backstage-plugin-aks-traffic-engine';
import {
  columnsText,
  listedCells,
  narrowestTable,
  outputWidth,
  paragraph,
} from '../layout';
import { targetHeadings, targetNames } from './targetNames';

const headings = [
  'ANNOTATION',
  'RISK',
  ...migrationTargets.map(target => targetHeadings[target]),
];

/** The catalogue for people: what becomes of each annotation at each target. */
export function catalogueTable(
  catalogue: readonly AnnotationCatalogueEntry[],
  columns: number | undefined,
): string {
  const width = outputWidth(columns);
  const rows = catalogue.map(entry => [
    nameText(entry),
    entry.upstreamRisk ?? '-',
    ...entry.targets.map(outcomeText),
  ]);
  const body =
    width < narrowestTable
      ? rows.map(cells => listedCells({ cells, headings, width })).join('\n')
      : columnsText({
          width,
          shares: [34, 9, 21, 21, 21],
          rows: [headings, ...rows],
        });
  const { asOf } = catalogue[0];
  return `${body}\n\n${paragraph({
    first: '',
    text: `${catalogue.length} annotations, without their prefix nginx.ingress.kubernetes.io/; facts of ${asOf}. With --format json come reasons, replacements and sources.`,
    width,
  })}\n`;
}

/** The catalogue as tables of a page, one for each parser of ingress-nginx. */
export function catalogueMarkdown(
  catalogue: readonly AnnotationCatalogueEntry[],
): string {
  const groups = [...new Set(catalogue.map(({ group }) => group))].sort();
  return groups
    .map(group =>
      [
        `### ${group}`,
        '',
        ...markdownTable(catalogue.filter(entry => entry.group === group)),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function markdownTable(entries: readonly AnnotationCatalogueEntry[]): string[] {
  return [
    `| Annotation | What it does | Risk | ${migrationTargets
      .map(target => targetNames[target])
      .join(' | ')} |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...entries.map(
      entry =>
        `| \`${entry.name}\`${suffixOf(entry)} | ${[entry.purpose, entry.note]
          .filter(text => text !== undefined)
          .map(markdownText)
          .join(' ')} | ${entry.upstreamRisk ?? '-'} | ${entry.targets
          .map(outcomeText)
          .join(' | ')} |`,
    ),
  ];
}

function nameText(entry: AnnotationCatalogueEntry): string {
  return `${entry.name}${suffixOf(entry)}`;
}

function suffixOf({ status, removedIn }: AnnotationCatalogueEntry): string {
  return status === 'removed'
    ? ` (removed${removedIn === undefined ? '' : ` in ${removedIn}`})`
    : '';
}

/** Fields that every version of AKS in support has need no mention. */
function outcomeText({
  outcome,
  minAksVersion,
}: AnnotationTargetVerdict): string {
  return minAksVersion === undefined || minAksVersion === '1.26'
    ? outcome
    : `${outcome} (AKS ${minAksVersion})`;
}

function markdownText(text: string): string {
  return text.replace(/[|<>*$\\]/g, character => `\\${character}`);
}
