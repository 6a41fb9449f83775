export type { ControlContext } from './ControlContext';
export * from './createControlServer';
export { faultTargets } from './faultRoutes';
export * from './RequestCounters';
