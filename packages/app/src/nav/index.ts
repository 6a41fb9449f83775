export * from './navModule';
