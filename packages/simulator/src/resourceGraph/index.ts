export * from './compileQuery';
export * from './problems';
