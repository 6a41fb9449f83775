import { LoggerService } from '@backstage/backend-plugin-api';

/** For processes of tests, which nobody listens to. */
export const silentLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};
