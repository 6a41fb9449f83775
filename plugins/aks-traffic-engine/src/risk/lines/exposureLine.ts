import {
  EntryPoint,
  Evidence,
  Exposure,
  RiskLine,
} from 'backstage-plugin-aks-traffic-common';
import { distinctEvidence } from '../../objects/distinctEvidence';
import { widestExposure } from '../../exposure/widestExposure';
import { kinds } from '../../objects/kinds';
import { riskLine } from '../riskLine';
import { RiskLineId } from '../riskPoints';

/** An address that is still to come may be a public one, so that it counts as one that is not known. */
const lines: Partial<Record<Exposure, [id: RiskLineId, message: string]>> = {
  public: [
    'public-exposure',
    'Everybody on the internet can reach what is being retired.',
  ],
  unknown: [
    'unknown-exposure',
    'Who can reach what is being retired is not known; it counts like everybody.',
  ],
  pending: [
    'unknown-exposure',
    'What is being retired has no address yet; until it has one, it counts as public.',
  ],
  'private-link': [
    'private-link-exposure',
    'What is being retired can be reached through Private Link.',
  ],
  internal: [
    'internal-exposure',
    'What is being retired can be reached from the network and those connected to it.',
  ],
  'node-port': [
    'node-port-exposure',
    "What is being retired can be reached at the nodes' addresses.",
  ],
};

/** Who can reach what is being retired: the widest of its ways in. */
export function exposureLine(entries: readonly EntryPoint[]): RiskLine[] {
  const exposures = entries.map(({ exposure }) => exposure);
  // Where an address is still to come, nothing narrower than unknown is certain.
  const widest = widestExposure(
    exposures.map(exposure => (exposure === 'pending' ? 'unknown' : exposure)),
  );
  const shown =
    widest === 'unknown' && !exposures.includes('unknown') ? 'pending' : widest;
  const line = lines[shown];
  return line === undefined
    ? []
    : [
        riskLine(
          line[0],
          line[1],
          reachEvidence(entries.filter(({ exposure }) => exposure === shown)),
        ),
      ];
}

/** What an entry point's evidence says of addresses, without who serves it; all of it where nothing does. */
function reachEvidence(entries: readonly EntryPoint[]): Evidence[] {
  const all = distinctEvidence(entries.flatMap(({ evidence }) => evidence));
  const ofAddresses = all.filter(
    ({ object, field }) =>
      'armId' in object ||
      object.kind === kinds.service.kind ||
      field.startsWith('status.'),
  );
  return ofAddresses.length > 0 ? ofAddresses : all;
}
