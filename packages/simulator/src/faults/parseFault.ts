import { z } from 'zod';
import { echoEncodings } from '../http';
import { HANG_STAGES } from './hangStages';
import { AZURE_ADDRESS, AZURE_TARGETS } from './targets';
import { Fault, FaultEffect } from './types';

const CLUSTER_EFFECTS: ReadonlySet<FaultEffect['kind']> = new Set([
  'expired-continue',
  'not-found',
]);

const RESOURCE_GRAPH_EFFECTS: ReadonlySet<FaultEffect['kind']> = new Set([
  'hidden',
  'truncated',
  'lost-skip-token',
]);

/** What befalls a server and not a request. */
const STATES: ReadonlySet<FaultEffect['kind']> = new Set([
  'clock-skew',
  ...HANG_STAGES.keys(),
]);

const seconds = z.number().finite();

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('hang') }),
  z.strictObject({ kind: z.literal('hang-at-connect') }),
  z.strictObject({ kind: z.literal('hang-in-handshake') }),
  z.strictObject({
    kind: z.literal('slow'),
    delayMs: z.number().nonnegative().max(600_000),
  }),
  z.strictObject({
    kind: z.literal('cut'),
    fraction: z.number().min(0).max(1),
  }),
  z.strictObject({
    kind: z.literal('stall'),
    fraction: z.number().min(0).max(1),
  }),
  z.strictObject({ kind: z.literal('html') }),
  z.strictObject({ kind: z.literal('nonsense') }),
  z.strictObject({
    kind: z.literal('echo'),
    status: z.number().int().min(400).max(599).optional(),
    encoding: z.enum(echoEncodings).optional(),
  }),
  z.strictObject({ kind: z.literal('redirect'), location: z.url() }),
  z.strictObject({ kind: z.literal('garbled') }),
  z.strictObject({
    kind: z.literal('rewrite'),
    text: z.string().min(1),
    by: z.string(),
  }),
  z.strictObject({ kind: z.literal('not-found') }),
  z.strictObject({ kind: z.literal('hidden'), id: z.string().min(1) }),
  z.strictObject({ kind: z.literal('truncated') }),
  z.strictObject({ kind: z.literal('lost-skip-token') }),
  z.strictObject({ kind: z.literal('unauthorized') }),
  z.strictObject({ kind: z.literal('forbidden') }),
  z.strictObject({
    kind: z.literal('server-error'),
    status: z.number().int().min(500).max(599),
  }),
  z.strictObject({ kind: z.literal('expired-continue') }),
  z.strictObject({
    kind: z.literal('throttled'),
    retryAfterSeconds: seconds.nonnegative().optional(),
  }),
  z.strictObject({
    kind: z.literal('short-tokens'),
    lifetimeSeconds: seconds.positive(),
  }),
  z.strictObject({ kind: z.literal('clock-skew'), seconds }),
]);

const faultSchema = z.strictObject({
  id: z.string().min(1),
  target: z.string().min(1),
  resource: z.string().min(1).optional(),
  verb: z.enum(['get', 'list', 'watch']).optional(),
  times: z.number().int().positive().optional(),
  effect: effectSchema,
});

/** Thrown for a fault that cannot be understood; the message names the field. */
export class FaultFormatError extends Error {
  override name = 'FaultFormatError';
}

export interface ParseFaultOptions {
  value: unknown;
  /** Targets that exist, so that a misspelt cluster name is an error and not a fault that never happens. */
  targets: readonly string[];
}

export function parseFault(options: ParseFaultOptions): Fault {
  const parsed = faultSchema.safeParse(options.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.') || 'fault'}: ${issue.message}`,
    );
    throw new FaultFormatError(problems.join('; '));
  }
  const { target } = parsed.data;
  if (target !== '*' && !options.targets.includes(target)) {
    throw new FaultFormatError(
      `target: '${target}' is not one of *, ${options.targets.join(', ')}`,
    );
  }
  checkEffect(parsed.data);
  return parsed.data;
}

/** Refuses what could never happen, so that nobody waits for it. */
function checkEffect({ target, resource, verb, times, effect }: Fault): void {
  const azure = AZURE_TARGETS.has(target);
  if (verb !== undefined && azure) {
    throw new FaultFormatError(`verb: requests to ${target} have none`);
  }
  if (CLUSTER_EFFECTS.has(effect.kind) && azure) {
    throw new FaultFormatError(
      `effect.kind: '${effect.kind}' is for clusters, not for ${target}`,
    );
  }
  if (RESOURCE_GRAPH_EFFECTS.has(effect.kind) && target !== 'resource-graph') {
    throw new FaultFormatError(
      `effect.kind: '${effect.kind}' is for resource-graph, not for ${target}`,
    );
  }
  if (effect.kind === 'short-tokens' && target !== 'entra') {
    throw new FaultFormatError(
      `target: 'short-tokens' is for entra, not for ${target}`,
    );
  }
  if (effect.kind === 'short-tokens' && resource !== undefined) {
    throw new FaultFormatError(`resource: 'short-tokens' has none`);
  }
  if (STATES.has(effect.kind) && (resource ?? verb ?? times) !== undefined) {
    throw new FaultFormatError(
      `'${effect.kind}' is a state of a server: it has no resource, no verb and no times`,
    );
  }
  checkAddress({ target, effect });
}

/** Connections come to the address that the parts of Azure share; requests come to one of the parts. */
function checkAddress({ target, effect }: Pick<Fault, 'target' | 'effect'>) {
  const isForConnections = HANG_STAGES.has(effect.kind);
  if (
    AZURE_TARGETS.has(target) &&
    isForConnections !== (target === AZURE_ADDRESS)
  ) {
    throw new FaultFormatError(
      isForConnections
        ? `target: '${effect.kind}' is for clusters and ${AZURE_ADDRESS}, the address that ${target} shares`
        : `target: '${effect.kind}' is for clusters, entra, arm or resource-graph, not for ${AZURE_ADDRESS}`,
    );
  }
}
