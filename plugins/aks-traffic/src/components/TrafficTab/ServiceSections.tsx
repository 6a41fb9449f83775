import {
  EntityTraffic,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useMemo } from 'react';
import { readingOfService } from '../../model/coverage';
import { toDay } from '../../model/dates';
import { entryPointViews } from '../../model/entryPoints';
import { MovePlan, movePlanOf } from '../../model/movePlan';
import { pathView } from '../../model/path/pathView';
import { isSettled } from '../../model/risk';
import { isSameService } from '../../model/serviceKey';
import { AnnotationsSection } from '../annotations/AnnotationsSection';
import { ScoreSection } from '../assessment/ScoreSection';
import { FindingsSection } from '../findings/FindingsSection';
import { InsideSection } from '../inside/InsideSection';
import { ObjectsSection } from '../objects/ObjectsSection';
import { PathSection } from '../path/PathSection';
import { TargetsSection } from '../targets/TargetsSection';
import styles from './TabContent.module.css';

/** Everything known about one Service, from how it is reached to the objects that say so. */
export function ServiceSections(props: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  now: Date;
  onRefresh: () => void;
  moveAddressOf?: (plan: MovePlan) => string;
}) {
  const { traffic, service, now, onRefresh, moveAddressOf } = props;
  const reading = readingOfService({ traffic, service });
  const assessment = assessmentOf(traffic, service);
  const plan = movePlanOf({ traffic, service });
  // Once a day and not with every tick of the clock: the picture is laid out anew with each new view.
  const today = toDay(now);
  const path = useMemo(
    () => pathOf({ traffic, service, today }),
    [traffic, service, today],
  );
  return (
    <>
      <PathSection view={path} />
      <div className={styles.columns}>
        <ScoreSection
          assessment={assessment}
          retirements={traffic.retirements}
          now={now}
        />
        <FindingsSection
          traffic={traffic}
          service={service}
          reading={reading}
          now={now}
          onWaived={onRefresh}
        />
      </div>
      {assessment !== undefined && concernsNginx(assessment) && (
        <AnnotationsSection assessment={assessment} />
      )}
      {assessment !== undefined && assessment.targets.length > 0 && (
        <TargetsSection
          assessment={assessment}
          moveAddress={plan && moveAddressOf?.(plan)}
        />
      )}
      <InsideSection traffic={traffic} service={service} reading={reading} />
      <ObjectsSection
        entityRef={traffic.entityRef}
        service={service}
        now={now}
      />
    </>
  );
}

function concernsNginx(assessment: ServiceAssessment): boolean {
  const { annotations, effects, targets } = assessment;
  return [annotations, effects, targets].some(({ length }) => length > 0);
}

function pathOf(options: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  today: string;
}) {
  const { traffic, service, today } = options;
  const cluster = traffic.clusters.find(({ name }) => name === service.cluster);
  return pathView({
    service,
    controllers: cluster?.controllers ?? [],
    workloads: assessmentOf(traffic, service)?.workloads,
    views: entryPointViews({
      traffic,
      services: [service],
      now: new Date(today),
    }),
    isSettled: isSettled({
      services: [service],
      reading: readingOfService({ traffic, service }),
    }),
  });
}

function assessmentOf(
  traffic: EntityTraffic,
  service: ServiceTraffic,
): ServiceAssessment | undefined {
  return traffic.assessments.find(candidate =>
    isSameService(candidate, service),
  );
}
