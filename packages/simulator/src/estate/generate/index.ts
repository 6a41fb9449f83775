export { generateEstate } from './generateEstate';
