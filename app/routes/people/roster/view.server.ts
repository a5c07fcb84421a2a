import { type GivenRoleName, givenRoles } from '~/domain/access/given-role';
import { longestSearch } from '~/domain/initiative/search';
import { isWhole } from '~/domain/text';
import { type Visit } from '~/http/visit.server';

/** What the address of the list asks; what makes no sense there counts as not asked. */
export function askedOf({ url: { searchParams } }: Visit): { text: string; role?: GivenRoleName } {
  const typed = (searchParams.get('zoek') ?? '').trim().slice(0, longestSearch);
  const role = givenRoles.find((each) => each === searchParams.get('rol'));
  return { text: isWhole(typed) ? typed : '', role };
}
