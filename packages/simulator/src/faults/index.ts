export * from './applyTransportFault';
export * from './FaultRegistry';
export * from './parseFault';
export * from './targets';
export * from './types';
