import { DomainError } from '~/domain/errors';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';

export const handle = { access: { read: 'site.read', write: 'site.read' } };

export const loader = page('site.read', () => {
  throw new DomainError('notFound');
});

export const action = act('site.read', noFields, () => {
  throw new DomainError('notFound');
});

export default function NotFound() {
  return null;
}
