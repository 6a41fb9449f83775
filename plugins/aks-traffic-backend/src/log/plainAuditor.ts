import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { plainFields } from './plainValue';

/** An auditor whose events hold plain text only: names and filters in them are whatever a caller sent. */
export function plainAuditor(auditor: AuditorService): AuditorService {
  return {
    createEvent: async ({ meta, ...options }) =>
      plainEvent(
        await auditor.createEvent({
          ...options,
          ...(meta && { meta: plainFields(meta) }),
        }),
      ),
  };
}

function plainEvent(event: AuditorServiceEvent): AuditorServiceEvent {
  return {
    success: ({ meta } = {}) =>
      event.success(meta && { meta: plainFields(meta) }),
    fail: ({ meta, error }) => {
      const plain = new Error(printable(error.message));
      plain.name = error.name;
      return event.fail({
        error: plain,
        ...(meta && { meta: plainFields(meta) }),
      });
    },
  };
}
