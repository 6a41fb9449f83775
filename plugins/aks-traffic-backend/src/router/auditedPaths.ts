/**
 * Where Backstage's barrier lets requests without credentials pass, so that the attempt is recorded before it is
 * refused. Every route below these paths asks for credentials itself.
 */
export const auditedPaths = [
  '/v1/clusters/:name/refresh',
  '/v1/waivers',
  '/v1/export.csv',
  '/v1/export.json',
];
