export { EstateError } from './EstateError';
export type { EstateProblem } from './EstateError';
export { loadEstate } from './loadEstate';
export * from './types';
