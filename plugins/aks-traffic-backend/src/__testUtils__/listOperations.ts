/** The operations about all Services at once, tested in a file of their own. */
export const listOperations = {
  services: 'get /v1/services',
  summary: 'get /v1/summary',
};

/** Whether a response that the contract describes is one of theirs. */
export function isListOperation(response: string): boolean {
  return Object.values(listOperations).some(operation =>
    response.startsWith(`${operation} `),
  );
}
