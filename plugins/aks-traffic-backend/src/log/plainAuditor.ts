import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { plainRequest } from './plainRequest';
import { plainFields } from './plainValue';

/** No text that is accepted is longer: see the schema of waivers. */
const longestText = 2048;

/**
 * An auditor whose events hold plain text only, none of it longer than what may be sent: names, filters and reasons
 * in them are whatever a caller sent, and so are the address of the request and the name of its program.
 */
export function plainAuditor(auditor: AuditorService): AuditorService {
  return {
    createEvent: async ({ meta, request, ...options }) =>
      plainEvent(
        await auditor.createEvent({
          ...options,
          ...(request && { request: plainRequest(request, plainText) }),
          ...(meta && { meta: plainMeta(meta) }),
        }),
      ),
  };
}

function plainEvent(event: AuditorServiceEvent): AuditorServiceEvent {
  return {
    success: ({ meta } = {}) =>
      event.success(meta && { meta: plainMeta(meta) }),
    fail: ({ meta, error }) => {
      const plain = new Error(plainText(error.message));
      plain.name = error.name;
      return event.fail({
        error: plain,
        ...(meta && { meta: plainMeta(meta) }),
      });
    },
  };
}

function plainMeta(meta: JsonObject): JsonObject {
  return plainFields(meta, plainText);
}

function plainText(text: string): string {
  const rest = text.length - longestText;
  return rest > 0
    ? `${printable(text.slice(0, longestText))} (${rest} characters left out)`
    : printable(text);
}
