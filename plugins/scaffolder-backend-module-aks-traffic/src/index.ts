/**
 * Scaffolder actions of AKS Traffic.
 *
 * @packageDocumentation
 */

export { scaffolderModuleAksTraffic as default } from './module';
