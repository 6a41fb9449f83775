export * from './answerToken';
export * from './entraErrors';
export * from './metadata';
export * from './tokens';
