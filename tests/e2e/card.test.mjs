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

/**
 * One entity for each system, and one that nothing exposes; with one Service each, so that the card's line is that
 * Service's verdict. All stated verdicts are compared with the API in the backend's integration test.
 */
const verdicts = new Map();
for (const [entity, stated] of statedVerdicts()) {
  const key = stated[0].systems.join(',');
  if (stated.length === 1 && !verdicts.has(key)) {
    verdicts.set(key, { entity, stated: stated[0] });
  }
}
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
    const systems = new Set(
      [...verdicts.values()].flatMap(({ stated }) => stated.systems),
    );
    assert.ok(systems.size >= expectedSystems, `only ${[...systems]}`);
  });

  for (const { entity, stated } of verdicts.values()) {
    it(`says of ${entity} what the estate states: ${stated.because}`, async () => {
      await openCard(page, entity);
      const ingress = await line(page, 'Ingress').textContent();
      const expected = stated.systems.map(name => systemNames[name]);
      assert.ok(
        expected.length === 0
          ? /No entry point|Not attached/.test(ingress)
          : expected.some(name => ingress.includes(name)),
        `ingress line '${ingress}' names none of '${expected}'`,
      );
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
    await openCard(page, verdicts.get('app-routing-nginx').entity);
    const panel = await openEvidence(page, 'Ingress');
    await panel.waitFor();
    assert.match(await panel.textContent(), /ingressClassName|ingress\.class/);
  });
});
