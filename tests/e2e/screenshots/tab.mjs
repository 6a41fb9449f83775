import { openPicture, openStep, openTab, section } from '../trafficTab.mjs';
import { narrow, shoot, withSize } from './shoot.mjs';

const entity = 'hr-portal';

/** The Traffic tab and its parts. */
export async function shootTab(page, theme) {
  await withSize(page, { width: 1440, height: 1300 }, async () => {
    await openTab(page, entity);
    await openPicture(page);
    await shoot(page, `tab-${theme}`);
  });
  await openStep(page, /^Controller /);
  await shoot(section(page, 'Path'), `tab-evidence-${theme}`);
  for (const [name, title] of [
    ['annotations', 'NGINX annotations'],
    ['targets', 'Where it can move'],
  ]) {
    await shoot(section(page, title), `tab-${name}-${theme}`);
  }
  await openTab(page, 'checkout');
  await openPicture(page);
  await shoot(section(page, 'Path'), `tab-front-door-${theme}`);

  await withSize(page, { ...narrow, height: 1800 }, async () => {
    await openTab(page, entity);
    await shoot(section(page, 'Path'), `tab-narrow-${theme}`);
  });
}
