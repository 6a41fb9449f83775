import { JsonObject } from '@backstage/types';

const names = [
  'cluster',
  'namespace',
  'service',
  'ruleId',
  'reason',
  'owner',
  'expiresAt',
];

const subjectNames = ['apiVersion', 'kind', 'namespace', 'name', 'armId'];

/**
 * What the body of `POST /waivers` says, valid or not, for the record of who tried what: the texts of the fields that
 * a waiver has. The error names those that it does not have.
 */
export function sentWaiver(body: unknown): JsonObject {
  const { subject } = Object(body) as { subject?: unknown };
  const sentSubject = textsOf(subject, subjectNames);
  return {
    ...textsOf(body, names),
    ...(Object.keys(sentSubject).length > 0 && { subject: sentSubject }),
  };
}

function textsOf(value: unknown, wanted: readonly string[]): JsonObject {
  const fields = Object(value) as Record<string, unknown>;
  return Object.fromEntries(
    wanted.flatMap(name => {
      const text = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );
}
