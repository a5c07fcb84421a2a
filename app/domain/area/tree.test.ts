import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate } from '../calendar';
import { type AreaNode, freeSlug, isSlug, slugOf, treeFaults, validOn } from './tree';

const day = calendarDate('2024-01-01');
const later = calendarDate('2026-01-01');

function node(id: string, parentId: string | null, from = day, to: CalendarDate | null = null): AreaNode {
  return { id, parentId, validFrom: from, validTo: to };
}

describe('validity', () => {
  it('runs from its first day up to, not including, its last', () => {
    const area = { validFrom: day, validTo: later };
    expect(validOn(area, calendarDate('2023-12-31'))).toBe(false);
    expect(validOn(area, day)).toBe(true);
    expect(validOn(area, calendarDate('2025-12-31'))).toBe(true);
    expect(validOn(area, later)).toBe(false);
    expect(validOn({ ...area, validTo: null }, later)).toBe(true);
  });
});

describe('the tree', () => {
  it('has nothing to say about a sound one', () => {
    const areas = [
      node('city', null),
      node('west', 'city'),
      node('wijk', 'west', later),
      node('old', 'city', day, later),
    ];
    expect(treeFaults(areas)).toEqual([]);
  });

  it('names a parent that is not there', () => {
    expect(treeFaults([node('wijk', 'city')])).toEqual([{ id: 'wijk', fault: 'unknownParent' }]);
  });

  it('names every area in a circle, and does not turn for ever below one', () => {
    const areas = [node('a', 'b'), node('b', 'c'), node('c', 'a'), node('below', 'a')];
    expect(treeFaults(areas).map(({ id, fault }) => `${id} ${fault}`)).toEqual([
      'a cycle',
      'b cycle',
      'c cycle',
    ]);
    expect(treeFaults([node('own', 'own')])).toEqual([{ id: 'own', fault: 'cycle' }]);
  });

  it.each([
    ['begins earlier', node('wijk', 'city', calendarDate('2023-12-31'))],
    ['never ends', node('wijk', 'city', day, null)],
    ['ends later', node('wijk', 'city', day, calendarDate('2026-01-02'))],
  ])('refuses a child that %s than its parent', (_name, child) => {
    expect(treeFaults([node('city', null, day, later), child])).toEqual([
      { id: 'wijk', fault: 'outlivesParent' },
    ]);
  });
});

describe('slugs', () => {
  it.each([
    ['Soesterkwartier', 'soesterkwartier'],
    ["Wijk 00 's-Gravenhage / Zuid", 'wijk-00-s-gravenhage-zuid'],
    ['Súdwest-Fryslân', 'sudwest-fryslan'],
    ['***', 'gebied'],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('tells two of the same name apart by their gemeente, then by number', () => {
    expect(freeSlug('Centrum', 'Kampen', new Set())).toBe('centrum');
    expect(freeSlug('Centrum', 'Kampen', new Set(['centrum']))).toBe('centrum-kampen');
    expect(freeSlug('Centrum', 'Kampen', new Set(['centrum', 'centrum-kampen']))).toBe('centrum-kampen-2');
    expect(freeSlug('Kampen', 'Kampen', new Set(['kampen']))).toBe('wijk-kampen');
    expect(freeSlug('Kampen', 'Kampen', new Set(['kampen', 'wijk-kampen']))).toBe('wijk-kampen-2');
    expect(freeSlug('Kampen Zuid', 'Kampen', new Set(['kampen-zuid']))).toBe('kampen-zuid-2');
    const three = new Set(['centrum', 'centrum-kampen', 'centrum-kampen-2']);
    expect(freeSlug('Centrum', 'Kampen', three)).toBe('centrum-kampen-3');
  });

  it('are always what the database takes, and never one that is taken', () => {
    const names = fc.array(fc.string({ maxLength: 20, unit: 'grapheme' }), { maxLength: 12 });
    fc.assert(
      fc.property(names, fc.string(), (wijken, gemeente) => {
        const taken = new Set<string>();
        for (const name of wijken) {
          const slug = freeSlug(name, gemeente, taken);
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(taken.has(slug)).toBe(false);
          taken.add(slug);
        }
      }),
    );
  });
});

describe('any forest', () => {
  /** Areas that each hang under an earlier one, or under none. */
  const forest = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((picks) =>
      picks.map((pick, index) =>
        node(String(index), index === 0 || pick % 4 === 0 ? null : String(pick % index)),
      ),
    );

  it('is sound when every area hangs under an earlier one', () => {
    fc.assert(fc.property(forest, (areas) => void expect(treeFaults(areas)).toEqual([])));
  });

  it('is sound in whatever order it is given', () => {
    fc.assert(fc.property(forest, (areas) => void expect(treeFaults([...areas].reverse())).toEqual([])));
  });

  it('tells of a circle when its first area is hung under one below it', () => {
    fc.assert(
      fc.property(forest, (areas) => {
        const below = areas.find(({ parentId }) => parentId === '0');
        if (!below) return;
        const bent = areas.map((area) => (area.id === '0' ? { ...area, parentId: below.id } : area));
        const faults = treeFaults(bent);
        expect(faults).toContainEqual({ id: '0', fault: 'cycle' });
        expect(faults).toContainEqual({ id: below.id, fault: 'cycle' });
      }),
    );
  });

  it('tells of every child of an area that is gone', () => {
    fc.assert(
      fc.property(forest, (areas) => {
        const orphans = areas.filter(({ parentId }) => parentId === '0').map(({ id }) => id);
        const faults = treeFaults(areas.filter(({ id }) => id !== '0'));
        expect(faults).toEqual(orphans.map((id) => ({ id, fault: 'unknownParent' })));
      }),
    );
  });
});

describe('the last part of an address', () => {
  it.each(['a', 'oude-haven', 'wijk-2', '9-straatjes', 'a'.repeat(60)])('may be "%s"', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-', 'a-', '-a', 'a--b', 'A', 'é', 'a b', 'a/b', 'a_b', 'a.b', 'a\n'])(
    'is not "%s"',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it('is what a name becomes, whatever it is, and what a free one is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, qualifier) => {
        const slug = slugOf(name);
        expect(isSlug(slug)).toBe(true);
        const taken = new Set([slug]);
        const free = freeSlug(name, qualifier, taken);
        expect(isSlug(free)).toBe(true);
        expect(taken.has(free)).toBe(false);
      }),
    );
  });
});
