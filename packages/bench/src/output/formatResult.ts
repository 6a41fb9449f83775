import { BenchmarkResult, BenchmarkRow } from './BenchmarkResult';

/** A result as a table for people. */
export function formatResult({ name, rows }: BenchmarkResult): string {
  const cells = rows.map(row => [
    row.label,
    `${formatNumber(row.value)} ${row.unit}`,
    ratioText(row),
  ]);
  const widths = [0, 1].map(column =>
    Math.max(...cells.map(row => row[column].length)),
  );
  const lines = cells.map(([label, value, ratio]) =>
    [label.padEnd(widths[0]), value.padStart(widths[1]), ratio]
      .join('  ')
      .trimEnd(),
  );
  return `${[name, ...lines].join('\n')}\n`;
}

function ratioText({ ratio, against }: BenchmarkRow): string {
  return ratio === undefined
    ? ''
    : `${ratio.toFixed(2)} × ${against ?? 'the row above'}`;
}

function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
