import { ControlContext } from './ControlContext';

/** `GET /requests`: how often each server was asked for what since the start or the last reset. */
export function listRequests({ counters }: ControlContext) {
  return { requests: counters.list() };
}

/** `DELETE /requests` */
export function clearRequests({ counters }: ControlContext) {
  counters.clear();
  return { requests: [] };
}
