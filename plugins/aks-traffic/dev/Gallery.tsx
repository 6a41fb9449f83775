import { Container, Flex } from '@backstage/ui';
import { useState } from 'react';
import { TrafficCardView } from '../src/components/TrafficCard/TrafficCardView';
import { TrafficTabView } from '../src/components/TrafficTab/TrafficTabView';
import { CardFixture, cardFixtures } from './fixtures';

/** All states side by side, each under a heading with its id. */
export function AllCards() {
  return (
    <Container my="4">
      <div
        style={{
          display: 'grid',
          gap: 24,
          alignItems: 'start',
          gridTemplateColumns: `repeat(auto-fill, minmax(${columnWidth()}px, 1fr))`,
        }}
      >
        {cardFixtures.map(fixture => (
          <Flex key={fixture.id} direction="column" gap="2">
            <h2 id={fixture.id} style={{ margin: 0, fontSize: 16 }}>
              {fixture.title}
            </h2>
            <FixtureCard fixture={fixture} />
          </Flex>
        ))}
      </div>
    </Container>
  );
}

/** One state alone, in a column of the width asked for. */
export function OneCard(props: { fixture: CardFixture }) {
  return (
    <Container my="4">
      <div style={{ width: columnWidth(), maxWidth: '100%' }}>
        <FixtureCard fixture={props.fixture} />
      </div>
    </Container>
  );
}

/** The tab in one state. */
export function OneTab(props: { fixture: CardFixture }) {
  const { state, now } = props.fixture;
  const [chosen, setChosen] = useState<string>();
  return (
    <Container my="4">
      <TrafficTabView
        state={state}
        entityName="storefront"
        now={now}
        onRetry={() => window.location.reload()}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Container>
  );
}

function FixtureCard(props: { fixture: CardFixture }) {
  const { state, now } = props.fixture;
  return (
    <TrafficCardView
      state={state}
      entityName="storefront"
      now={now}
      onRetry={() => window.location.reload()}
    />
  );
}

function columnWidth(): number {
  const width = new URLSearchParams(window.location.search).get('width');
  return Number(width) || 420;
}
