export type { ControlContext, Recreation } from './ControlContext';
export * from './createControlServer';
export { faultTargets } from './faultRoutes';
export * from './RequestCounters';
