import { type CalendarDate } from '../calendar';
import { DomainError } from '../errors';

/** A node of our own area tree (domain.md §0.2), with the dates from which and until which (exclusive) it exists. */
export interface AreaNode {
  id: string;
  parentId: string | null;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

export type TreeFault = 'unknownParent' | 'cycle' | 'outlivesParent';

/** Does the area exist on this date? The end date itself is the first day without it. */
export function validOn(
  { validFrom, validTo }: Omit<AreaNode, 'id' | 'parentId'>,
  on: CalendarDate,
): boolean {
  return validFrom <= on && (validTo === null || on < validTo);
}

/** What is wrong with a tree, per area: a parent that is not there, a circle, or a life longer than the parent's. */
export function treeFaults(areas: readonly AreaNode[]): { id: string; fault: TreeFault }[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  return areas.flatMap((area) => {
    const fault = faultOf(area, byId);
    return fault === null ? [] : [{ id: area.id, fault }];
  });
}

function faultOf(area: AreaNode, byId: ReadonlyMap<string, AreaNode>): TreeFault | null {
  if (area.parentId === null) return null;
  const parent = byId.get(area.parentId);
  if (!parent) return 'unknownParent';
  if (isOwnAncestor(area, byId)) return 'cycle';
  return livesWithin(area, parent) ? null : 'outlivesParent';
}

function isOwnAncestor(area: AreaNode, byId: ReadonlyMap<string, AreaNode>): boolean {
  const seen = new Set<string>();
  let at = area.parentId;
  while (at !== null && at !== area.id && !seen.has(at)) {
    seen.add(at);
    at = byId.get(at)?.parentId ?? null;
  }
  return at === area.id;
}

function livesWithin(area: AreaNode, parent: AreaNode): boolean {
  if (area.validFrom < parent.validFrom) return false;
  return parent.validTo === null || (area.validTo !== null && area.validTo <= parent.validTo);
}

/** More letters than this are no address to read out. */
export const mostSlugLetters = 60;

/** Whether a text may be the last part of an address: small letters, digits, and single dashes between them. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Can somebody choose this as the last part of an address? Throws 'slugInvalid' at `slug`. */
export function assertSlug(slug: string): void {
  if (!isSlug(slug) || slug.length > mostSlugLetters) throw new DomainError('slugInvalid', { field: 'slug' });
}

/** A name as the last part of an address: "Zuid-West / 's-Gravenhage" becomes "zuid-west-s-gravenhage". */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'gebied';
}

function qualify(base: string, qualifier: string): string {
  if (base === qualifier) return `wijk-${base}`;
  return base.split('-').includes(qualifier) ? base : `${base}-${qualifier}`;
}

/**
 * The slug of a name that nobody uses yet; `qualifier` (the gemeente) tells two wijken "Centrum" apart, and stands in it once: the
 * wijk Kampen of Kampen is "wijk-kampen".
 */
export function freeSlug(name: string, qualifier: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name);
  const qualified = qualify(base, slugOf(qualifier));
  const first = [base, qualified].find((slug) => !taken.has(slug));
  if (first) return first;
  let n = 2;
  while (taken.has(`${qualified}-${n}`)) n++;
  return `${qualified}-${n}`;
}
