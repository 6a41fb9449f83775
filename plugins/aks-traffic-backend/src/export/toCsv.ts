import { ExportedServices } from '../service/lists/ListService';
import { coverageRows } from './coverageRows';
import { formatCsvHeader, formatCsvLine } from './formatCsv';

/**
 * Services as the text of a CSV file, some at a time. Rows about what is missing come first: at the end of thousands of
 * Services nobody would see them.
 */
export async function* toCsv({
  coverage,
  pages,
}: ExportedServices): AsyncIterable<string> {
  yield formatCsvHeader();
  yield coverageRows(coverage).map(formatCsvLine).join('');
  for await (const page of pages) {
    yield page.map(formatCsvLine).join('');
  }
}
