import {
  Controller,
  EntryPoint,
  RiskLine,
} from 'backstage-plugin-aks-traffic-common';
import { isNginx } from '../../annotations/AnnotationReader';
import { distinctEvidence } from '../../objects/distinctEvidence';
import {
  isOutdatedNginx,
  vulnerabilitiesOf,
} from '../../retirements/nginxReleases';
import { riskLine } from '../riskLine';

/** Most services are served by one controller, of which the same is said to all of them. */
const linesOfOne = new WeakMap<Controller, RiskLine[]>();

/** What is known to be open in the versions of NGINX that serve, whoever keeps them up to date. */
export function versionLine(
  entries: readonly EntryPoint[],
  controllers: readonly Controller[],
): RiskLine[] {
  const ofNginx = entries.filter(({ system }) => isNginx(system));
  if (ofNginx.length === 0) {
    return [];
  }
  const serving = controllers.filter(controller =>
    ofNginx.some(
      entry =>
        entry.system === controller.system &&
        entry.controller === controller.name,
    ),
  );
  if (serving.length !== 1) {
    return linesOf(serving);
  }
  const [controller] = serving;
  const known = linesOfOne.get(controller) ?? linesOf(serving);
  linesOfOne.set(controller, known);
  return known;
}

function linesOf(serving: readonly Controller[]): RiskLine[] {
  const versions = new Set(serving.flatMap(({ version }) => version ?? []));
  const evidence = distinctEvidence(serving.flatMap(each => each.evidence));
  const open = [...versions].flatMap(vulnerabilitiesOf);
  const running = [...versions].sort().join(', ');
  if (open.length > 0) {
    const ids = new Set(open.flatMap(({ ids: all }) => all));
    return [
      riskLine(
        'known-vulnerabilities',
        `NGINX runs in version ${running}, in which vulnerabilities are open that are known and were fixed later: ${[
          ...ids,
        ].join(', ')}.`,
        evidence,
      ),
    ];
  }
  if (
    versions.size === 0 ||
    serving.some(({ version }) => version === undefined)
  ) {
    return [
      riskLine(
        'unknown-version',
        'The version of NGINX was not read; it counts as one with known vulnerabilities.',
        evidence,
      ),
    ];
  }
  return [...versions].some(isOutdatedNginx)
    ? [
        riskLine(
          'outdated-version',
          `NGINX runs in version ${running}, which lacks the last fixes there were.`,
          evidence,
        ),
      ]
    : [];
}
