import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { formatCsvHeader, formatCsvLine } from './formatCsv';

const item: ServiceListItem = {
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
  systems: ['istio', 'traefik'],
  exposure: 'public',
  egress: [],
  risk: 'high',
  score: 70,
  effort: 'low',
  retirements: [],
  state: 'at-risk',
  waivers: 0,
  coverage: 'complete',
};

/** What RFC 4180 says a line means. */
function parseLine(line: string): string[] {
  expect(line.endsWith('\r\n')).toBe(true);
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|\r\n$)/gy;
  return [...line.matchAll(cell)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

describe('formatCsvLine', () => {
  it('has a cell for each column', () => {
    const names = parseLine(formatCsvHeader());
    const cells = parseLine(formatCsvLine(item));

    expect(cells).toHaveLength(names.length);
    expect(
      Object.fromEntries(names.map((name, index) => [name, cells[index]])),
    ).toEqual({
      service: 'web',
      namespace: 'shop',
      cluster: 'alpha',
      entityRef: '',
      entityTitle: '',
      owner: '',
      catalogSystem: '',
      systems: 'istio;traefik',
      exposure: 'public',
      egress: '',
      risk: 'high',
      score: '70',
      effort: 'low',
      deadline: '',
      deadlinePrecision: '',
      retirements: '',
      state: 'at-risk',
      waivers: '0',
      coverage: 'complete',
      observedAt: '',
      gaps: '',
    });
  });

  it.each([
    '=HYPERLINK("http://x")',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    ' =1',
    '\u00a0\ufeff@SUM(A1)',
    '"=1',
    "'=1",
    '\0=1',
  ])('makes no formula of %j', title => {
    const cells = parseLine(formatCsvLine({ ...item, entityTitle: title }));

    expect(cells[4]).toBe(`'${title}`);
  });

  it('loses nothing of any text, and begins no cell like a formula', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          ' ',
          '"',
          "'",
          ';',
        ),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (service, entityTitle) => {
        const cells = parseLine(
          formatCsvLine({ ...item, service, entityTitle }),
        );

        expect([service, `'${service}`]).toContain(cells[0]);
        expect([entityTitle, `'${entityTitle}`]).toContain(cells[4]);
        for (const cell of cells) {
          expect(cell).not.toMatch(/^[\s"]*[=+\-@\t\r＝＋－＠]/);
        }
      }),
    );
  });
});
