import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const page = resolve(__dirname, '../../../../../../docs/reliability.md');

/** One line of the page, as the run saw it. */
export interface SeenFault {
  fault: string;
  /** State, and the reason in the words the user reads. */
  seen: string;
  kept: string;
}

/** What differs from run to run is not the reader's business. */
function steady(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(time)')
    .replace(/https:\/\/localhost:\d+/g, 'https://(address)')
    .replace(
      /[Tt]race ID: [\w-]+|Correlation ID: [\w-]+|Timestamp: [\w: .-]+/g,
      '',
    )
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, '(id)')
    .replace(/\s+/g, ' ')
    .trim();
}

function cell(text: string): string {
  return steady(text)
    .replace(/\\/g, '\\\\')
    .replace(/\|/g, '\\|')
    .replace(/</g, '&lt;');
}

function toTable(rows: readonly SeenFault[]): string {
  return [
    '| Fault | What the user sees | What is kept |',
    '|---|---|---|',
    ...rows.map(
      ({ fault, seen, kept }) =>
        `| ${cell(fault)} | ${cell(seen)} | ${cell(kept)} |`,
    ),
  ].join('\n');
}

/**
 * Holds a section of docs/reliability.md to what a run has seen, or writes it when `WRITE_RELIABILITY` is set.
 *
 * @param section - name in the comments around the table.
 */
export function expectPage(section: string, rows: readonly SeenFault[]): void {
  const [begin, end] = [`<!-- begin ${section} -->`, `<!-- end ${section} -->`];
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${page} has no section ${section}`);
  }
  const table = `${begin}\n\n${toTable(rows)}\n\n${end}`;
  if (process.env.WRITE_RELIABILITY) {
    writeFileSync(
      page,
      text.slice(0, from) + table + text.slice(to + end.length),
    );
    return;
  }
  expect(text.slice(from, to + end.length)).toBe(table);
}
