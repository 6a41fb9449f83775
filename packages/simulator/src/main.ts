import { createProgram } from './commands/createProgram';

createProgram().parseAsync();
