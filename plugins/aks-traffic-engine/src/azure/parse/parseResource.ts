import { ResourceRow } from '../../model/estate';
import { armIdParts } from '../armId';
import { AzureResource } from '../facts';
import { rowText } from '../rowFields';

/** What every row says about itself; the id fills in for columns that a query left out. */
export function parseResource(row: ResourceRow): AzureResource {
  const parts = armIdParts(row.id);
  return {
    armId: row.id,
    name: rowText(row, 'name') ?? parts.name,
    subscriptionId: rowText(row, 'subscriptionId') ?? parts.subscriptionId,
    resourceGroup: rowText(row, 'resourceGroup') ?? parts.resourceGroup,
  };
}
