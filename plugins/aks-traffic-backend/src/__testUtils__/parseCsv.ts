/** What RFC 4180 says that a file means. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') {
      lines.push([]);
    }
  }
  return lines.slice(0, -1);
}

/** The rows of a file with the cells that are not empty, by the names of their columns. */
export function readCsv(text: string): Record<string, string>[] {
  const [names, ...lines] = parseCsv(text);
  return lines.map(cells => {
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(
      names
        .map((name, index) => [name, cells[index]])
        .filter(([, cell]) => cell),
    );
  });
}
