export * from './compare';
export * from './convert';
export * from './strings';
export * from './Table';
export * from './Value';
