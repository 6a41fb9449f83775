import { createProgram } from './createProgram';

createProgram().parseAsync();
