import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { WaiverRequest } from 'backstage-plugin-aks-traffic-common';
import { z } from 'zod';

/** Names of Kubernetes and of clusters are shorter. */
const name = z
  .string()
  .min(1, 'must not be empty')
  .max(253, 'must have at most 253 characters');

const leastReason = 10;

/** Characters that nobody sees: controls, formats such as joiners, and what is none. */
const unseen = /\p{C}/gu;

const owner = z.string().transform((value, context) => {
  try {
    const ref = parseEntityRef(value);
    const kind = ref.kind.toLowerCase();
    if (kind === 'user' || kind === 'group') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Said below.
  }
  context.addIssue({
    code: 'custom',
    message:
      'must be the reference of a user or group, such as group:default/team-shop',
  });
  return z.NEVER;
});

/** Longer than the resource ids that Azure makes. */
const armId = z
  .string()
  .min(1, 'must not be empty')
  .max(2048, 'must have at most 2,048 characters');

const subject = z.union(
  [
    z.strictObject({
      apiVersion: name,
      kind: name,
      namespace: name.optional(),
      name,
    }),
    z.strictObject({ armId }),
  ],
  {
    error:
      'must be the subject of the finding: apiVersion, kind, namespace and name, or armId',
  },
);

const requestSchema = z.strictObject({
  cluster: name,
  namespace: name,
  service: name,
  ruleId: name,
  subject: subject.optional(),
  reason: z
    .string()
    .trim()
    .refine(
      text => text.replace(unseen, '').trim().length >= leastReason,
      `must have at least ${leastReason} characters: who reads it later was not there`,
    )
    .max(1000, 'must have at most 1,000 characters'),
  owner: owner.optional(),
  expiresAt: z.iso
    .datetime({
      offset: true,
      // What is not there has a message of its own.
      error: ({ input }) =>
        input === undefined
          ? undefined
          : 'must be a time, such as 2027-01-31T23:59:59Z',
    })
    .transform(time => new Date(time).toISOString()),
});

/**
 * Reads the body of `POST /waivers`.
 *
 * @throws InputError naming the fields that are wrong and what they must be.
 */
export function parseWaiverRequest(body: unknown, now: Date): WaiverRequest {
  const parsed = requestSchema.safeParse(body ?? {});
  const problems = parsed.success
    ? expiryProblems(parsed.data.expiresAt, now)
    : parsed.error.issues.map(describeIssue);
  if (!parsed.success || problems.length > 0) {
    throw new InputError(`The waiver is not valid. ${problems.join('; ')}`);
  }
  return parsed.data;
}

function expiryProblems(expiresAt: string, now: Date): string[] {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 1);
  // Until the end of the day, since people choose days.
  latest.setUTCHours(23, 59, 59, 999);
  if (expiresAt <= now.toISOString()) {
    return ['expiresAt must be in the future'];
  }
  return expiresAt > latest.toISOString()
    ? [
        `expiresAt must be a year from now at the latest, ${latest.toISOString()}: waive it again when the time has come`,
      ]
    : [];
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `There is no field ${issue.keys
      .map(key => JSON.stringify([...issue.path, key.slice(0, 100)].join('.')))
      .join(', ')}`;
  }
  const field = issue.path.join('.');
  if (field === '') {
    return 'The body must be a JSON object';
  }
  if (issue.code === 'invalid_type') {
    return issue.message.endsWith('received undefined')
      ? `${field} is missing`
      : `${field} must be a ${issue.expected}`;
  }
  return `${field} ${issue.message}`;
}
