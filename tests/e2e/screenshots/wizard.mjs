import { fillIn, openServiceTemplate } from '../wizard.mjs';
import { openCard } from '../portal.mjs';
import { shoot, withSize } from './shoot.mjs';

/** The patterns that the golden path offers for a cluster, and the template that moves Ingresses, filled in. */
export async function shootWizard(page, theme) {
  await openServiceTemplate(page);
  await withSize(page, { width: 1440, height: 1750 }, async () => {
    await fillIn(page, {
      name: 'parcel-tracking',
      owner: 'Platform',
      cluster: 'aks-orders-prod-neu',
      exposure: 'The internet',
      host: 'parcels.contoso.example',
    });
    await shoot(page, `golden-path-patterns-${theme}`);
  });
  await openCard(page, 'storefront');
  await page.getByRole('link', { name: 'Plan the move' }).click();
  await page.locator('input[value="shop/storefront"]').waitFor();
  await withSize(page, { width: 1440, height: 1400 }, async () => {
    await shoot(page, `plan-the-move-${theme}`);
  });
}
