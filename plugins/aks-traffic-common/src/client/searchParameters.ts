/**
 * The query part of an address, question mark included; empty when nothing is asked for. Several values of one name
 * are repeated, since names of clusters and owners may hold commas.
 */
export function searchParameters(
  query: Record<string, string | number | readonly string[] | undefined>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) {
        parameters.append(name, String(each));
      }
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
