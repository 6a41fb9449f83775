import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  launchBrowser,
  line,
  openCard,
  openEvidence,
  signIn,
} from './portal.mjs';
import { statedVerdicts } from './statedVerdicts.mjs';
import {
  egressNames,
  exposureNames,
  riskNames,
  systemNames,
} from './words.mjs';

/** Entities with one Service each, so that the card's line is that Service's verdict. */
const verdicts = [...statedVerdicts()].filter(
  ([, stated]) => stated.length === 1,
);
const expectedSystems = 6;

describe('the traffic card in the portal', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('covers services of at least six systems', () => {
    const systems = new Set(verdicts.flatMap(([, [stated]]) => stated.systems));
    assert.ok(systems.size >= expectedSystems, `only ${[...systems]}`);
  });

  for (const [entity, [stated]] of verdicts) {
    it(`says of ${entity} what the estate states: ${stated.because}`, async () => {
      await openCard(page, entity);
      const ingress = await line(page, 'Ingress').textContent();
      for (const system of stated.systems.slice(0, 1)) {
        assert.ok(
          stated.systems.some(name => ingress.includes(systemNames[name])),
          `ingress line '${ingress}' names none of ${stated.systems} (${system})`,
        );
      }
      if (stated.systems.length === 0) {
        assert.match(ingress, /No entry point/);
      }
      const exposure = await line(page, 'Exposure').textContent();
      assert.ok(
        exposure.includes(exposureNames[stated.exposure]),
        `exposure line '${exposure}' is not ${stated.exposure}`,
      );
      const egress = await line(page, 'Egress').textContent();
      assert.ok(
        stated.egress.some(kind => egress.includes(egressNames[kind])),
        `egress line '${egress}' names none of ${stated.egress}`,
      );
      const risk = await line(page, 'Risk').textContent();
      assert.ok(
        risk.includes(riskNames[stated.risk]),
        `risk line '${risk}' is not ${stated.risk}`,
      );
    });
  }

  it('opens the evidence of a claim by keyboard alone', async () => {
    const [entity] = verdicts.find(([, [stated]]) =>
      stated.systems.includes('app-routing-nginx'),
    );
    await openCard(page, entity);
    const panel = await openEvidence(page, 'Ingress');
    await panel.waitFor();
    assert.match(await panel.textContent(), /ingressClassName|ingress\.class/);
  });
});
