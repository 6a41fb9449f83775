import { parse, YAMLError } from 'yaml';
import { ControlError } from './ControlContext';

/** Reads a body that is JSON or YAML, of which JSON is a part. */
export function parseBody(body: string): unknown {
  try {
    return parse(body);
  } catch (error) {
    if (error instanceof YAMLError) {
      throw new ControlError(
        400,
        `The body is neither JSON nor YAML: ${error.message.split('\n')[0]}`,
      );
    }
    throw error;
  }
}
