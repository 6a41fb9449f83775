import {
  EgressPath,
  ServiceTraffic,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';
import { findingsOf, PlacedFinding } from 'backstage-plugin-aks-traffic-engine';
import { counted } from './counted';
import {
  columnsText,
  listedCells,
  narrowestTable,
  outputWidth,
  paragraph,
} from './layout';

const headings = ['SERVICE', 'INGRESS', 'EXPOSURE', 'EGRESS', 'RISK'];

/** A report for people: services, then findings with the way out, then what was not seen. */
export function formatTable(
  report: TrafficReport,
  columns: number | undefined,
): string {
  const width = outputWidth(columns);
  const sections = [
    servicesText(report.services, width),
    findingsText(findingsOf(report), width),
    orphansText(report, width),
    gapsText(report, width),
    paragraph({ first: '', text: summaryText(report), width }),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

function servicesText(
  services: readonly ServiceTraffic[],
  width: number,
): string {
  if (services.length === 0) {
    return 'No Service was found.';
  }
  const rows = services.map(cellsOf);
  return width < narrowestTable
    ? rows.map(cells => listedCells({ cells, headings, width })).join('\n')
    : columnsText({
        width,
        shares: [30, 27, 13, 30, 10],
        rows: [headings, ...rows],
      });
}

function cellsOf(service: ServiceTraffic): string[] {
  return [
    `${service.namespace}/${service.service}`,
    distinct(service.entryPoints.map(({ system }) => system)) ||
      (service.exposure === 'unknown' ? 'unknown' : 'none'),
    service.exposure,
    distinct(service.egress.map(egressText)) || 'unknown',
    service.risk,
  ];
}

function egressText({ kind, publicIps }: EgressPath): string {
  const shown = publicIps.slice(0, 3).join(' ');
  const more = publicIps.length - 3;
  return [kind, shown, more > 0 ? `+${more}` : ''].filter(Boolean).join(' ');
}

function findingsText(
  findings: readonly PlacedFinding[],
  width: number,
): string {
  return findings
    .map(({ finding, place }) =>
      [
        paragraph({
          first: '',
          text: `${finding.severity.toUpperCase()} ${
            finding.ruleId
          } (${place})`,
          width,
        }),
        paragraph({ first: '  ', text: finding.message, width }),
      ].join('\n'),
    )
    .join('\n');
}

function orphansText({ orphans }: TrafficReport, width: number): string {
  const silent = orphans.filter(({ findings }) => findings.length === 0);
  return list(
    'Leads nowhere:',
    silent.map(
      ({ resource, reason }) =>
        `${resource.kind} ${[resource.namespace, resource.name]
          .filter(Boolean)
          .join('/')}: ${reason}`,
    ),
    width,
  );
}

function gapsText({ coverage }: TrafficReport, width: number): string {
  return list(
    'Not seen:',
    coverage.flatMap(({ gaps }) => gaps),
    width,
  );
}

function summaryText(report: TrafficReport): string {
  const findings = findingsOf(report).length;
  return `${counted(report.services.length, 'service')}, ${counted(
    findings,
    'finding',
  )}, ${counted(
    report.coverage.flatMap(({ gaps }) => gaps).length,
    'gap',
  )}; as of ${report.generatedAt.slice(0, 10)}`;
}

function list(
  title: string,
  entries: readonly string[],
  width: number,
): string {
  return entries.length === 0
    ? ''
    : [
        title,
        ...entries.map(entry => paragraph({ first: '- ', text: entry, width })),
      ].join('\n');
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
