import {
  aksTrafficClusterReadPermission,
  CoverageState,
  ServiceExport,
} from 'backstage-plugin-aks-traffic-common';
import { CsvRow } from './formatCsv';

/** Excel takes 32,767 characters into a cell and drops the others without a word. */
const longestText = 30_000;

/** Those first of which least is in the file. */
const notWhole = [
  'unreachable',
  'stale',
  'partial',
] as const satisfies readonly CoverageState[];

/**
 * What is missing among the Services of a file, as rows without a Service: one for each gap in the list of clusters, and
 * one for each cluster that was not read completely or lately. Who may not know which these are gets one for each state.
 */
export function coverageRows({
  coverage,
  gaps,
  clusters,
}: Omit<ServiceExport, 'items'>): CsvRow[] {
  return [
    ...gaps.map(gap => ({ gaps: gap })),
    ...notWhole.flatMap(state =>
      clusters
        ? clusters
            .filter(each => each.state === state)
            .map(each => ({
              cluster: each.cluster,
              coverage: state,
              observedAt: each.observedAt,
              gaps: joinSentences(each.gaps),
            }))
        : countedRows(state, coverage[state]),
    ),
  ];
}

function countedRows(state: CoverageState, count: number): CsvRow[] {
  const clusters = count === 1 ? '1 cluster' : `${count} clusters`;
  return count === 0
    ? []
    : [
        {
          coverage: state,
          gaps: `${clusters}. Names and reasons are shown to those who may list clusters (permission ${aksTrafficClusterReadPermission.name}).`,
        },
      ];
}

/** Those that fit; the others are counted. */
function joinSentences(sentences: readonly string[]): string {
  let text = '';
  let left = 0;
  for (const sentence of sentences) {
    if (text.length + sentence.length > longestText) {
      left += 1;
    } else {
      text += `${sentence} `;
    }
  }
  return left === 0
    ? text.trimEnd()
    : `${text}${left} more: the JSON export has all.`;
}
