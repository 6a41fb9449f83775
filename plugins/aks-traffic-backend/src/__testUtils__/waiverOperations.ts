/** The operations about waivers, tested in a file of their own. */
export const waiverOperations = {
  list: 'get /v1/waivers',
  create: 'post /v1/waivers',
  revoke: 'delete /v1/waivers/{id}',
};
