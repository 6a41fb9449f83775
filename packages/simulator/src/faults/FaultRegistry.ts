import { Clock } from '../http/Clock';
import { HangStage } from '../http/hanging/ServerPort';
import { HANG_STAGES } from './hangStages';
import { AZURE_TARGETS } from './targets';
import { Fault, FaultEffect } from './types';

/** Effects that are a state of a server and not something that happens to one request. */
const STATE_EFFECTS = new Set<FaultEffect['kind']>([
  'clock-skew',
  'short-tokens',
  ...HANG_STAGES.keys(),
]);

export interface FaultRequest {
  /** The server: `entra`, `arm`, `resource-graph`, or a cluster's name. */
  target: string;
  /** Plural resource the request is for. */
  resource?: string;
  /** One of RBAC's. */
  verb?: string;
  /** The request asks for a list page after the first. */
  continued?: boolean;
}

/** The faults that are switched on, in the order in which they were. */
export class FaultRegistry {
  readonly #faults = new Map<string, Fault>();
  readonly #applied = new Map<string, number>();

  list(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Switches a fault on; one with the same id is replaced and its count of applications starts again. */
  add(fault: Fault): void {
    this.#faults.delete(fault.id);
    this.#applied.delete(fault.id);
    this.#faults.set(fault.id, fault);
  }

  remove(id: string): boolean {
    this.#applied.delete(id);
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
    this.#applied.clear();
  }

  /** The effect for a request, if any. The application is counted: a fault with `times` ends by itself. */
  match(request: FaultRequest): FaultEffect | undefined {
    for (const fault of this.#faults.values()) {
      if (
        !STATE_EFFECTS.has(fault.effect.kind) &&
        isForTarget(fault, request.target) &&
        (fault.resource === undefined || fault.resource === request.resource) &&
        (fault.verb === undefined || fault.verb === request.verb) &&
        (fault.effect.kind !== 'expired-continue' || request.continued)
      ) {
        this.#count(fault);
        return fault.effect;
      }
    }
    return undefined;
  }

  /** Lifetime of the token that is about to be issued, when a fault shortens it. */
  tokenLifetimeSeconds(): number | undefined {
    for (const fault of this.#faults.values()) {
      if (fault.effect.kind === 'short-tokens' && isForTarget(fault, 'entra')) {
        this.#count(fault);
        return fault.effect.lifetimeSeconds;
      }
    }
    return undefined;
  }

  /** Where connections to a server hang: the fault that was switched on last decides. */
  hangStage(target: string): HangStage | undefined {
    const stages = [...this.#faults.values()]
      .filter(fault => isForTarget(fault, target))
      .flatMap(({ effect }) => HANG_STAGES.get(effect.kind) ?? []);
    return stages.at(-1);
  }

  /** The time as this server sees it. */
  clockFor(target: string, clock: Clock): Clock {
    return {
      now: () =>
        new Date(clock.now().getTime() + this.#skewSeconds(target) * 1000),
    };
  }

  #skewSeconds(target: string): number {
    let seconds = 0;
    for (const fault of this.#faults.values()) {
      if (fault.effect.kind === 'clock-skew' && isForTarget(fault, target)) {
        seconds += fault.effect.seconds;
      }
    }
    return seconds;
  }

  #count(fault: Fault): void {
    if (fault.times === undefined) {
      return;
    }
    const applied = (this.#applied.get(fault.id) ?? 0) + 1;
    this.#applied.set(fault.id, applied);
    if (applied >= fault.times) {
      this.remove(fault.id);
    }
  }
}

function isForTarget(fault: Fault, target: string): boolean {
  return (
    fault.target === target ||
    (fault.target === '*' && !AZURE_TARGETS.has(target))
  );
}
