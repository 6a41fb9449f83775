export { apiBundles, apisOf, crdsOf } from './apiBundles';
