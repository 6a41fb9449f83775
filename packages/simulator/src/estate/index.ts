export { EstateError } from './EstateError';
export type { EstateProblem } from './EstateError';
export { generateEstate } from './generate';
export { loadEstate } from './loadEstate';
export * from './types';
