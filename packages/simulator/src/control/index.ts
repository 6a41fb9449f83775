export * from './RequestCounters';
