import Table from 'cli-table3';
import { wrapText } from './wrapText';

/** The narrowest and the widest output that is laid out for. */
const narrowest = 40;
const widest = 200;
/** Where output goes to a file or another program. */
const usual = 120;

/** In less than this, columns would break every word. */
export const narrowestTable = 76;

const gap = 2;

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

export function outputWidth(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? usual, narrowest), widest);
}

/** Columns without lines, as wide as their cells where there is room and at least their share of the width. */
export function columnsText(options: {
  width: number;
  shares: readonly number[];
  rows: readonly (readonly string[])[];
}): string {
  const { rows } = options;
  const colWidths = columnWidths(options);
  const table = new Table({
    colWidths,
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
  });
  for (const row of rows) {
    table.push(
      row.map((cell, column) =>
        wrapText(cell, colWidths[column] - gap).join('\n'),
      ),
    );
  }
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}

function columnWidths(options: {
  width: number;
  shares: readonly number[];
  rows: readonly (readonly string[])[];
}): number[] {
  const { width, shares, rows } = options;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const wanted = shares.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column].length + gap), 0),
  );
  const widths = shares.map((share, column) =>
    Math.min(wanted[column], Math.floor((width * share) / total)),
  );
  let room = width - widths.reduce((sum, each) => sum + each, 0);
  for (const [column, each] of widths.entries()) {
    const more = Math.min(wanted[column] - each, room);
    widths[column] += more;
    room -= more;
  }
  return widths;
}

/** A paragraph that begins with `first`, and whose other lines are indented as far. */
export function paragraph(options: {
  first: string;
  text: string;
  width: number;
}): string {
  const { first, text, width } = options;
  const indent = ' '.repeat(first.length);
  return wrapText(text, width - first.length)
    .map((line, position) => `${position === 0 ? first : indent}${line}`)
    .join('\n');
}

/** One row as a list, for terminals too narrow for columns: its first cell, then each other one under its heading. */
export function listedCells(options: {
  cells: readonly string[];
  headings: readonly string[];
  width: number;
}): string {
  const { cells, headings, width } = options;
  const labels = headings.slice(1).map(heading => heading.toLowerCase());
  const longest = Math.max(...labels.map(({ length }) => length));
  const [title, ...others] = cells;
  return [
    paragraph({ first: '', text: title, width }),
    ...others.map((text, index) =>
      paragraph({
        first: `  ${labels[index].padEnd(longest + 1)}`,
        text,
        width,
      }),
    ),
  ].join('\n');
}
