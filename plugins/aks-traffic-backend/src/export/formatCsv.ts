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
] as const satisfies readonly (keyof ServiceListItem)[];

/** What a spreadsheet would take for the begin of a formula, wide forms included; some take white space and quotes away. */
const formula = /^[\s"'\p{Cc}\p{Cf}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The first line of a file: the names of the columns. */
export function formatCsvHeader(): string {
  return toLine(columns);
}

/** A Service as a line, as RFC 4180 has it. */
export function formatCsvLine(item: ServiceListItem): string {
  return toLine(columns.map(column => item[column]));
}

function toLine(values: readonly ServiceListItem[keyof ServiceListItem][]) {
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
