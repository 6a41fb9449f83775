export { recipeSets } from './recipeSets';
export type { PlannedObject, Recipe } from './Recipe';
