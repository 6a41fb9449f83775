export * from './startSimulator';
export * from './estate/types';
export * from './faults/types';
