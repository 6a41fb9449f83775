import { Text } from '@backstage/ui';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { exposureTone } from '../../model/exposure';
import { StepView } from '../../model/path/pathView';
import { supportTone } from '../../model/support';
import {
  egressName,
  exposureMeaning,
  exposureName,
  hopName,
  systemName,
} from '../../text/names';
import { poolName } from '../../text/stepText';
import { supportText } from '../../text/supportText';
import { ControllerFacts } from '../ingress/ControllerFacts';
import { EntryPointItem } from '../ingress/EntryPointItem';
import { RetirementFacts } from '../ingress/RetirementFacts';
import { Claim, ClaimDetail } from '../shared/Claim';
import { EvidenceList } from '../shared/EvidenceList';
import { ExpandableList } from '../shared/ExpandableList';
import { ExposureIcon } from '../shared/ExposureIcon';
import { Facts } from '../shared/Facts';
import { ObjectName } from '../shared/ObjectName';
import { ServicePlace } from '../shared/ServicePlace';
import { ToneChip } from '../shared/ToneChip';
import styles from './StepDetails.module.css';

const routesShown = 10;
const routesOpen = 2;

/** What is known of one step of the path, and the evidence for it. */
export function StepDetails(props: {
  step: StepView;
  service: ServiceTraffic;
}) {
  const { step, service } = props;
  return (
    <div className={styles.details}>
      <StepFacts step={step} service={service} />
      {/* A route's evidence is shown with each of the routes. */}
      {step.node.stage !== 'route' && (
        <EvidenceList evidence={step.node.evidence} />
      )}
    </div>
  );
}

function StepFacts(props: { step: StepView; service: ServiceTraffic }) {
  const { step, service } = props;
  const { node, support, views } = step;
  const texts = useTexts();
  const { t } = texts;
  switch (node.stage) {
    case 'client':
      return (
        <Claim>
          <ToneChip
            tone={exposureTone(node.exposure)}
            icon={<ExposureIcon exposure={node.exposure} />}
          >
            {exposureName(texts, node.exposure)}
          </ToneChip>
          <ClaimDetail>{exposureMeaning(texts, node.exposure)}</ClaimDetail>
        </Claim>
      );
    case 'publisher':
      return (
        <Facts facts={[{ name: t('path.name'), value: node.publisher.name }]} />
      );
    case 'address':
      return (
        <Facts
          facts={[
            {
              name: t('ingress.addresses'),
              value: node.addresses.join(', ') || t('exposure.noAddress'),
            },
          ]}
        />
      );
    case 'controller':
      return (
        <>
          <Claim>
            <ToneChip tone={support ? supportTone(support) : 'unknown'}>
              {support ? supportText(texts, support) : t('support.unknown')}
            </ToneChip>
          </Claim>
          <RetirementFacts views={views} />
          {node.controller === undefined ? (
            <Facts
              facts={[
                {
                  name: t('ingress.system'),
                  value: systemName(texts, node.system),
                },
                { name: t('ingress.controller'), value: node.name },
              ]}
            />
          ) : (
            <ControllerFacts
              controller={node.controller}
              cluster={service.cluster}
            />
          )}
        </>
      );
    case 'route':
      return (
        <ExpandableList items={views} limit={routesShown}>
          {view => (
            <EntryPointItem
              view={view}
              aspect="system"
              isOpen={views.length <= routesOpen}
              namesService={false}
            />
          )}
        </ExpandableList>
      );
    case 'service':
      return <ServicePlace service={node.service} />;
    case 'workload':
      return (
        <>
          {node.workloads.map(workload => (
            <ObjectName
              key={`${workload.kind}/${workload.name}`}
              object={workload}
            />
          ))}
          <Text as="p" variant="body-small" color="secondary">
            {t('path.workloadMeaning')}
          </Text>
        </>
      );
    case 'pool':
      return (
        <Facts
          facts={[
            {
              name: t('egress.nodePools'),
              value:
                node.pools.map(pool => poolName(texts, pool)).join(', ') ||
                t('path.poolUnknown'),
            },
            { name: t('path.subnet'), value: node.subnets.join(', ') },
          ]}
        />
      );
    case 'hop':
      return (
        <>
          <Facts
            facts={[
              { name: t('path.name'), value: node.hop.name },
              { name: t('path.kind'), value: hopName(texts, node.hop.kind) },
              { name: t('path.resourceId'), value: node.hop.armId },
            ]}
          />
          {node.hop.kind === 'http-proxy' && (
            <Text as="p" variant="body-small" color="secondary">
              {t('path.proxyMeaning')}
            </Text>
          )}
        </>
      );
    default:
      return (
        <>
          <Facts
            facts={[
              {
                name: t('egress.mechanism'),
                value: egressName(texts, node.kind),
              },
              {
                name: t('egress.publicAddresses'),
                value:
                  node.addresses.join(', ') ||
                  (!['no-internet', 'unknown'].includes(node.kind) &&
                    t('egress.addressesUnknown')),
              },
            ]}
          />
          {node.kind === 'unknown' && (
            <Text as="p" variant="body-small" color="secondary">
              {t('egress.noPathMeaning')}
            </Text>
          )}
        </>
      );
  }
}
