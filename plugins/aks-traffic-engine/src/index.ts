/**
 * The engine of AKS Traffic: Kubernetes objects and Azure rows in, verdicts with evidence out. Pure: no I/O, no
 * clock, no Backstage.
 *
 * @packageDocumentation
 */

export * from './analyzeCluster';
export {
  annotationCatalogue,
  annotationCatalogueAsOf,
  migrationTargets,
} from './annotations/annotationCatalogue';
export type { AnnotationCatalogueEntry } from './annotations/annotationCatalogue';
export { isSensitiveAnnotation } from './annotations/judgeAnnotations';
export * from './annotations/judgeIngresses';
export * from './azure/estateGaps';
export * from './createReport';
export * from './manifests/readManifests';
export * from './migrate/checkMigration';
export * from './migrate/migrateIngresses';
export * from './migrate/report/migrationGuide';
export * from './migrate/report/migrationSummary';
export * from './migrate/targetOfName';
export * from './migrate/types';
export * from './model/analysis';
export * from './model/estate';
export * from './model/observation';
export * from './objects/observedResources';
export * from './objects/reduceObject';
export { type Pattern } from './patterns/Pattern';
export * from './patterns/egressOptions';
export * from './patterns/patternOptions';
export * from './patterns/patterns';
export * from './patterns/render/PatternInputs';
export * from './patterns/render/patternProblems';
export * from './patterns/render/renderPattern';
export * from './report/findingsOf';
export * from './report/severityOrder';
export * from './restate/restateAssessment';
export * from './restate/restateFinding';
export * from './restate/restateFindings';
export * from './restate/RestateOptions';
export * from './restate/restateRetirement';
export * from './restate/restateService';
export * from './riskOf';
export {
  endOfSupportClause,
  type EndOfSupport,
} from './retirements/endOfSupport';
export { retirementById, retirements } from './retirements/retirements';
export * from './rules/ruleCatalogue';
export * from './rules/unknownRule';
