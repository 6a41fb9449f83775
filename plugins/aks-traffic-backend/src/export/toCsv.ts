import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { formatCsvHeader, formatCsvLine } from './formatCsv';

/** Services as the text of a CSV file, some at a time. */
export async function* toCsv(
  pages: AsyncIterable<ServiceListItem[]>,
): AsyncIterable<string> {
  yield formatCsvHeader();
  for await (const page of pages) {
    yield page.map(formatCsvLine).join('');
  }
}
