import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Reading } from '../../model/coverage';
import { summariseEastWest } from '../../model/eastWest';
import { Topic, topicsOf } from '../../model/topics';
import { capabilityTexts } from '../../text/capabilityText';
import { EastWestFacts } from '../eastWest/EastWestFacts';
import { ExpandableList } from '../shared/ExpandableList';
import { Facts } from '../shared/Facts';
import { ObjectName } from '../shared/ObjectName';
import { Section } from '../shared/Section';
import { SubSection } from '../shared/SubSection';
import styles from './InsideSection.module.css';
import { TopicRow } from './TopicRow';

const entryPointsShown = 4;

/** What holds between pods, what one failure would take away, and how the ways in are built. */
export function InsideSection(props: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  reading: Reading;
}) {
  const { traffic, service, reading } = props;
  const texts = useTexts();
  const { t } = texts;
  const { inside, resilience } = topicsOf({ traffic, service, reading });
  const [eastWest] = summariseEastWest([service]);
  const built = service.entryPoints
    .map(({ resource, capabilities }) => ({
      resource,
      facts: capabilityTexts(texts, capabilities),
    }))
    .filter(({ facts }) => facts.length > 0);
  return (
    <Section title={t('inside.title')}>
      <SubSection title={t('inside.traffic')}>
        <EastWestFacts summary={eastWest} namesServices={false} />
        <Topics topics={inside} />
      </SubSection>
      <SubSection title={t('inside.resilience')}>
        <Topics topics={resilience} />
      </SubSection>
      {built.length > 0 && (
        <SubSection title={t('inside.entryPoints')}>
          <ExpandableList items={built} limit={entryPointsShown}>
            {({ resource, facts }) => (
              <>
                <ObjectName object={resource} />
                <Facts facts={facts} />
              </>
            )}
          </ExpandableList>
        </SubSection>
      )}
    </Section>
  );
}

function Topics(props: { topics: readonly Topic[] }) {
  return (
    <ul className={styles.topics}>
      {props.topics.map(topic => (
        <li key={topic.name}>
          <TopicRow topic={topic} />
        </li>
      ))}
    </ul>
  );
}
