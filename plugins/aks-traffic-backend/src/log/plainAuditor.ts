import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { plainRequest } from './plainRequest';
import { plainFields } from './plainValue';
import { printableWithin } from './printableWithin';

/** No text that is accepted is longer: see the schema of waivers. */
const longestText = 2048;

/** Backstage writes the name of the event before the sentence of an error, as one text. */
const longestError = longestText - 64;

/**
 * An auditor whose events hold plain text only, none of it longer than what may be sent: names, filters and reasons
 * in them are whatever a caller sent, and so is what the request says of itself.
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
      const plain = new Error(printableWithin(longestError, error.message));
      plain.name = error.name;
      // It repeats the sentence, and tells of this file only.
      delete plain.stack;
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
  return printableWithin(longestText, text);
}
