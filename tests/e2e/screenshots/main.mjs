// Takes the pictures of docs/images: the portal, the card in each of its states, the tab, the wizard, the dashboard and a notification, light and dark.
import { launchBrowser, signIn, switchFault } from '../portal.mjs';
import { shootCards, shootTroubledCards } from './cards.mjs';
import { makeWaivers, shootDashboard } from './dashboard.mjs';
import { shootNotifications } from './notifications.mjs';
import { shootTab } from './tab.mjs';
import { shootWizard } from './wizard.mjs';

const browser = await launchBrowser();
try {
  const pages = {
    light: await signIn(browser, { theme: 'light', locale: 'en-GB' }),
    dark: await signIn(browser, { theme: 'dark', locale: 'en-GB' }),
  };
  for (const [theme, page] of Object.entries(pages)) {
    await shootCards(page, theme);
    await shootTab(page, theme);
    await shootWizard(page, theme);
  }
  await makeWaivers(pages.light);
  for (const [theme, page] of Object.entries(pages)) {
    await shootDashboard(page, theme);
    await shootNotifications(page, theme);
  }
  await shootTroubledCards(pages);
} finally {
  await switchFault();
  await browser.close();
}
