import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';

/** Columns in their order; named as in the JSON answers, so that one documentation serves both. */
const columns = [
  'service',
  'namespace',
  'cluster',
  'entityRef',
  'entityTitle',
  'owner',
  'catalogSystem',
  'systems',
  'exposure',
  'egress',
  'risk',
  'score',
  'effort',
  'deadline',
  'deadlinePrecision',
  'retirements',
  'state',
  'waivers',
  'coverage',
  'observedAt',
  'gaps',
] as const satisfies readonly (keyof CsvRow)[];

/** A Service, or what is missing: that has no `service`. */
export interface CsvRow extends Partial<ServiceListItem> {
  /** Sentences about a cluster, or about all of them. */
  gaps?: string;
}

/** What a spreadsheet would take for the begin of a formula, wide forms included; some take white space and quotes away. */
const formula = /^[\s"'\p{Cc}\p{Cf}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The first line of a file: the names of the columns. */
export function formatCsvHeader(): string {
  return toLine(columns);
}

/** A row as a line, as RFC 4180 has it. */
export function formatCsvLine(row: CsvRow): string {
  return toLine(columns.map(column => row[column]));
}

function toLine(values: readonly CsvRow[keyof CsvRow][]) {
  return `${values.map(toCell).join(',')}\r\n`;
}

function toCell(
  value: string | number | readonly string[] | undefined,
): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = Array.isArray(value) ? value.join(';') : String(value ?? '');
  // Names come from clusters and the catalog; an apostrophe makes a spreadsheet show them and run nothing.
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
