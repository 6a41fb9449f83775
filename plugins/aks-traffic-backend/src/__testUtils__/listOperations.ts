/** The operations that list and count Services, tested in a file of their own. */
export const listOperations = {
  services: 'get /v1/services',
  summary: 'get /v1/summary',
};

/** Time series and files of Services, tested in another. */
export const seriesOperations = {
  history: 'get /v1/history',
  csv: 'get /v1/export.csv',
  json: 'get /v1/export.json',
};

/** What new services may start on, tested in another. */
export const patternOperations = { patterns: 'get /v1/patterns' };

/** Which responses that the contract describes belong to some operations, in order. */
export function responsesOf(
  operations: Record<string, string>,
  described: readonly string[],
): string[] {
  return described
    .filter(response =>
      Object.values(operations).some(operation =>
        response.startsWith(`${operation} `),
      ),
    )
    .sort();
}
