export * from './textsModule';
