import { InputError } from '@backstage/errors';
import { ServiceOrder } from '../store/listTypes';
import { QueryReader } from './QueryReader';
import { orderFields } from './vocabulary';

/** Reads what to sort by, such as `risk:desc`. */
export function parseOrder(query: QueryReader): ServiceOrder | undefined {
  const text = query.text('orderBy');
  if (text === undefined) {
    return undefined;
  }
  const [name, order, ...rest] = text.split(':');
  const field = orderFields.find(each => each === name);
  if (!field || (order !== 'asc' && order !== 'desc') || rest.length > 0) {
    throw new InputError(
      `Query parameter orderBy must be a field and asc or desc, such as risk:desc; fields are ${orderFields.join(
        ', ',
      )}`,
    );
  }
  return { field, order };
}
