import {
  Finding,
  printableJson,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';
import {
  findingsOf,
  PlacedFinding,
  ruleCatalogue,
} from 'backstage-plugin-aks-traffic-engine';
import { ObjectPlaces } from 'backstage-plugin-aks-traffic-node';
import { version } from '../../../package.json';
import { FingerprintCounter } from './FingerprintCounter';
import { levels, ranks } from './levels';
import { logicalLocation, physicalLocation } from './locations';
import { message } from './message';
import { sarifRule } from './sarifRule';

/**
 * A report as SARIF 2.1.0, for code scanning. Each finding is a result at the object it is about; what was not seen is
 * a notification of the run, because it is about no object.
 */
export function formatSarif(options: {
  report: TrafficReport;
  /** Where the objects stand; absent for a live cluster, whose results have no file. */
  places?: ObjectPlaces;
  /** Folder that files are named relative to. */
  folder: string;
  /** Address of the repository's files, for links to the pages of rules. */
  docsUrl?: string;
}): string {
  const { report, docsUrl } = options;
  const ruleIndexes = new Map(
    ruleCatalogue.map(({ id }, index) => [id, index]),
  );
  const fingerprints = new FingerprintCounter();
  return printableJson({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'aks-traffic',
            version,
            semanticVersion: version,
            rules: ruleCatalogue.map(rule => sarifRule(rule, docsUrl)),
          },
        },
        automationDetails: {
          id: `aks-traffic/${report.clusters
            .map(({ name }) => name)
            .join('+')}/`,
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report)],
        results: findingsOf(report).map(placed => ({
          ruleId: placed.finding.ruleId,
          ruleIndex: ruleIndexes.get(placed.finding.ruleId) ?? -1,
          level: levels[placed.finding.severity],
          rank: ranks[placed.finding.severity],
          message: { text: messageOf(placed.finding) },
          locations: [location(placed, options)],
          ...relatedLocations(placed, options),
          partialFingerprints: {
            'aksTrafficFinding/v1': fingerprints.next(placed),
          },
          properties: propertiesOf(placed),
        })),
      },
    ],
  });
}

function invocation({ coverage }: TrafficReport) {
  return {
    executionSuccessful: coverage.every(({ state }) => state !== 'unreachable'),
    toolExecutionNotifications: coverage.flatMap(({ cluster, gaps }) =>
      gaps.map(gap => ({
        level: 'warning',
        message: { text: message(gap) },
        properties: { cluster },
      })),
    ),
  };
}

function messageOf({ message: text, remediation }: Finding): string {
  return message(`${text}\n\nWhat to do: ${remediation.summary}`);
}

interface LocationOptions {
  places?: ObjectPlaces;
  folder: string;
}

/** The subject; a file that code scanning can show falls back to the Service, as nearest to who can change it. */
function location(placed: PlacedFinding, options: LocationOptions) {
  const { finding, object, cluster } = placed;
  const { subject } = finding;
  const candidates = [
    ...('armId' in subject ? [] : [subject]),
    ...(object ? [object] : []),
    ...finding.evidence.flatMap(evidence =>
      'armId' in evidence.object ? [] : [evidence.object],
    ),
  ];
  const place = candidates
    .map(candidate => options.places?.find(candidate))
    .find(found => found !== undefined);
  return {
    ...(place && { physicalLocation: physicalLocation(place, options.folder) }),
    logicalLocations: [logicalLocation(subject, cluster)],
  };
}

function relatedLocations(placed: PlacedFinding, options: LocationOptions) {
  const { finding, cluster } = placed;
  const related = finding.evidence.map(({ object, field, value, meaning }) => {
    const place = 'armId' in object ? undefined : options.places?.find(object);
    return {
      ...(place && {
        physicalLocation: physicalLocation(place, options.folder),
      }),
      logicalLocations: [logicalLocation(object, cluster)],
      message: { text: message(`${field} = ${value}: ${meaning}`) },
    };
  });
  return related.length > 0
    ? { relatedLocations: related.map((each, id) => ({ id, ...each })) }
    : {};
}

function propertiesOf({ finding, cluster, place }: PlacedFinding) {
  const { severity, deadline, retirement } = finding;
  return {
    severity,
    cluster,
    place,
    ...(deadline !== undefined && { deadline }),
    ...(retirement !== undefined && { retirement }),
  };
}
