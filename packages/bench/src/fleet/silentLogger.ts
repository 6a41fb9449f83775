import { LoggerService } from '@backstage/backend-plugin-api';

/** Figures are printed; what the backend would log is not. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
