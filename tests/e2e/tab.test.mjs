import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seriousViolations } from './axe.mjs';
import { launchBrowser, openCard, signIn } from './portal.mjs';
import { statedVerdicts } from './statedVerdicts.mjs';
import { openPicture, openStep, openTab, section, tab } from './trafficTab.mjs';
import { egressNames, exposureNames, systemNames } from './words.mjs';

/** Systems whose tab is opened; each is served by a controller of its own or by the Service itself. */
const systems = [
  'app-routing-nginx',
  'ingress-nginx',
  'application-gateway-for-containers',
  'istio',
  'load-balancer-service',
];

/** An entity with one Service that only this system serves, and what the estate states about it. */
function entityOf(system) {
  for (const [entity, stated] of statedVerdicts()) {
    if (stated.length === 1 && stated[0].systems.join() === system) {
      return { entity, stated: stated[0] };
    }
  }
  throw new Error(`The estate has no entity that only ${system} serves`);
}

const community = entityOf('ingress-nginx').entity;

describe('the traffic tab in the portal', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  for (const system of systems) {
    it(`draws the path through ${system} from the client to what the internet sees`, async () => {
      const { entity, stated } = entityOf(system);
      await openTab(page, entity);
      const picture = await openPicture(page);
      const steps = await picture
        .getByRole('button')
        .evaluateAll(buttons =>
          buttons.map(button => button.querySelector('title').textContent),
        );
      const named = text => steps.some(step => step.includes(text));
      assert.ok(named(systemNames[system]), `no step names it: ${steps}`);
      assert.ok(named(exposureNames[stated.exposure]), `${steps}`);
      assert.ok(
        stated.egress.some(kind => named(egressNames[kind])),
        `${steps}`,
      );
      for (const label of ['Client ', 'Service ', 'Node pool']) {
        assert.ok(
          steps.some(step => step.startsWith(label)),
          `no '${label}' among ${steps}`,
        );
      }
    });

    it(`has nothing that axe calls serious on the tab of ${system}`, async () => {
      await openTab(page, entityOf(system).entity);
      await openPicture(page);
      assert.deepEqual(await seriousViolations(tab(page)), []);
    });
  }

  it('opens the evidence of a step by keyboard alone, and goes back to the step', async () => {
    await openTab(page, community);
    const { step, panel } = await openStep(page, /^Controller /);
    await panel.waitFor();
    assert.match(
      await panel.textContent(),
      /ingressClassName|spec\.controller/,
    );
    assert.ok(
      await panel.evaluate(element => element === document.activeElement),
      'the panel has the focus',
    );
    assert.deepEqual(await seriousViolations(tab(page)), []);

    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    assert.ok(
      await step.evaluate(element => element === document.activeElement),
      'the step has the focus again',
    );
  });

  it('says how urgent the move is, line by line', async () => {
    await openTab(page, community);
    const risk = section(page, 'Risk of staying');
    const score = Number(await risk.getByRole('meter').getAttribute('value'));
    const points = await risk
      .getByText(/^\+\d+\s*$/)
      .evaluateAll(lines => lines.map(line => Number(line.textContent)));
    const sum = points.reduce((total, value) => total + value, 0);
    assert.equal(score, Math.min(100, sum));
    assert.match(await risk.textContent(), /What it does not mean/);
  });

  it('judges each annotation of an NGINX service for each target', async () => {
    await openTab(page, community);
    const table = page.getByRole('grid', {
      name: 'Annotations and what becomes of them',
    });
    const headers = await table.getByRole('columnheader').allTextContents();
    assert.equal(headers.length, 4);
    const rows = await table.getByRole('row').allTextContents();
    assert.ok(rows.length > 1, 'there are annotations');
    for (const row of rows.slice(1)) {
      assert.match(row, /nginx\.ingress\.kubernetes\.io\//);
      assert.match(
        row,
        /Blocked|Portable|By a policy|Changes behaviour|Can be dropped|Not known/,
      );
    }
  });

  it('shows the objects behind the verdicts when asked for, as YAML', async () => {
    await openTab(page, community);
    const objects = section(page, 'Raw objects');
    await objects.getByRole('button', { name: 'Show the objects' }).click();
    await objects.getByText(/^\d+ objects$/).waitFor();
    await objects
      .getByRole('button', { name: /^Ingress / })
      .first()
      .click();
    await objects.getByText(/kind: Ingress/).waitFor();
    assert.deepEqual(await seriousViolations(tab(page)), []);
  });

  it('chooses between several services, and keeps the choice in the address', async () => {
    const [entity] = [...statedVerdicts()].find(
      ([, stated]) => stated.length > 1,
    );
    await openTab(page, entity);
    await page.getByRole('button', { name: /\d+ services/ }).click();
    const option = page.getByRole('option').last();
    const text = await option.textContent();
    await option.click();
    await page.waitForURL(/service=/);
    await page.reload();
    assert.ok(
      (
        await page.getByRole('button', { name: /\d+ services/ }).textContent()
      ).includes(text),
    );
  });

  it('is reached from the card', async () => {
    await openCard(page, community);
    await page
      .getByRole('link', { name: 'Path, findings and annotations' })
      .click();
    await section(page, 'Path').waitFor();
  });

  it('is the same as an ordered list on a narrow screen, which does not scroll sideways', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    try {
      await openTab(page, community);
      const list = page.getByRole('group', { name: /, step by step$/ });
      const steps = await list.getByRole('listitem').allTextContents();
      assert.match(steps[0], /Client/);
      assert.match(steps.at(-1), /Internet sees|HTTP proxy|Egress/);
      await list.getByRole('button', { name: /^Controller/ }).click();
      await list.getByText('spec.controller').first().waitFor();
      const { width, scrollWidth } = await page.evaluate(() => ({
        width: document.documentElement.clientWidth,
        scrollWidth: document.documentElement.scrollWidth,
      }));
      assert.ok(scrollWidth <= width, `${scrollWidth} > ${width}`);
      assert.deepEqual(await seriousViolations(tab(page)), []);
    } finally {
      await page.setViewportSize({ width: 1440, height: 1000 });
    }
  });
});
