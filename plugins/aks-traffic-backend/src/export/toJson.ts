import { ExportedServices } from '../service/lists/ListService';

/**
 * Services as the text of one JSON document with a cluster or Service per line, some at a time. What is missing comes
 * first, so that it is known to who reads on and to who stops.
 */
export async function* toJson({
  coverage: { clusters, ...told },
  pages,
}: ExportedServices): AsyncIterable<string> {
  yield `${JSON.stringify(told).slice(0, -1)},\n`;
  if (clusters) {
    yield `"clusters":${toLines(clusters)},\n`;
  }
  let separator = '"items":[\n';
  for await (const page of pages) {
    for (const item of page) {
      yield `${separator}${JSON.stringify(item)}`;
      separator = ',\n';
    }
  }
  yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`;
}

function toLines(values: readonly object[]): string {
  return values.length === 0
    ? '[]'
    : `[\n${values.map(value => JSON.stringify(value)).join(',\n')}\n]`;
}
