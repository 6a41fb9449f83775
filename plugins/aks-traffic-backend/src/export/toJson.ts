import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';

/** Services as the text of one JSON document with a Service per line, some at a time. */
export async function* toJson(
  pages: AsyncIterable<ServiceListItem[]>,
): AsyncIterable<string> {
  let separator = '{"items":[\n';
  for await (const page of pages) {
    for (const item of page) {
      yield `${separator}${JSON.stringify(item)}`;
      separator = ',\n';
    }
  }
  yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`;
}
