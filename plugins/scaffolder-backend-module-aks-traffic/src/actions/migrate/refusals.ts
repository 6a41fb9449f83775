import { ConflictError } from '@backstage/errors';
import { Exposure, printable } from 'backstage-plugin-aks-traffic-common';
import { Migration, MigrationCheck } from 'backstage-plugin-aks-traffic-engine';
import { isClosed } from './exposuresBefore';

/** @throws ConflictError where routes would answer everybody in place of Ingresses that keep callers out. */
export function refuseOpenings({ openings, isOpen }: Migration): void {
  if (openings.length > 0 && !isOpen) {
    throw new ConflictError(
      `These routes would let everybody in; correct the Ingress, choose another target, or allow it by allowOpen:\n${openings
        .map(({ object, message }) =>
          printable(`${object.namespace}/${object.name}: ${message}`),
        )
        .join('\n')}`,
    );
  }
}

/** @throws ConflictError where what the internet cannot reach today would be public. */
export function refuseExposure(options: {
  check: MigrationCheck;
  before: readonly { exposure: Exposure }[] | undefined;
  to: string;
}): void {
  const { check, before = [], to } = options;
  if (check.exposure.after !== 'public' || !before.some(isClosed)) {
    return;
  }
  throw new ConflictError(
    before.every(isClosed)
      ? `What is internal today would be public: the frontends of ${to} are. Choose another target, or ask for it by internal: false`
      : 'What is internal today would be public, because it moves together with what is public: move the Ingresses one by one, or ask for it by internal: false',
  );
}

/** @throws ConflictError where the new side stands on what is being retired. */
export function refuseRetirements({ retirements }: MigrationCheck): void {
  if (retirements.length > 0) {
    throw new ConflictError(
      `The new side still stands on what is being retired (${retirements.join(
        ', ',
      )}); take what uses it out of the manifests`,
    );
  }
}

/** What would not be served, a line each: hosts and paths are whatever somebody wrote. */
export function unservedLines({ unserved }: MigrationCheck): string[] {
  return unserved.map(({ host, path, reason }) =>
    printable(`${host}${path}: ${reason}`),
  );
}

/** @throws ConflictError where there are such lines. */
export function refuseUnserved(unserved: readonly string[]): void {
  if (unserved.length > 0) {
    throw new ConflictError(
      `These paths would not be served; correct the Ingress, or allow it by allowUnserved:\n${unserved.join(
        '\n',
      )}`,
    );
  }
}
