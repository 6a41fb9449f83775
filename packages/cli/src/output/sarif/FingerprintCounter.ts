import { createHash } from 'node:crypto';
import { PlacedFinding } from 'backstage-plugin-aks-traffic-engine';

/**
 * Names findings so that the same one of two runs has the same name, whatever line the object moved to, whichever file
 * it is in, and however the message is worded by then.
 */
export class FingerprintCounter {
  private readonly counts = new Map<string, number>();

  /** The name of the next finding, in the order of the report. */
  next({ finding, cluster, place }: PlacedFinding): string {
    const { ruleId, subject } = finding;
    const identity =
      'armId' in subject
        ? [subject.armId.toLowerCase()]
        : [
            // Not the version: it changes without the object becoming another one.
            subject.apiVersion.split('/').slice(0, -1).join('/'),
            subject.kind,
            subject.namespace ?? 'default',
            subject.name,
          ];
    const hash = createHash('sha256')
      .update(JSON.stringify([ruleId, cluster, place, identity]))
      .digest('hex')
      .slice(0, 32);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    return `${hash}:${count}`;
  }
}
