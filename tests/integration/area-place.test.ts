import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areaAt, boxOf, isIn, type Place } from '~/domain/area/place';
import { wijkOfBuurt } from '~/domain/area/split';
import { readWijkenFile } from '~/formats/geojson';
import { sharedFile } from '../support/shared';

const gemeenten = ['amersfoort', 'rotterdam', 'kampen', 'oldambt', 'vlaardingen', 'nissewaard', 'assen'];
const fileOf = (gemeente: string) => sharedFile(`data/cbs-wijken-2024/${gemeente}.geojson`) ?? '';
const steps = 60;

describe.skipIf(fileOf('kampen') === '')('real wijken (skipped where ../shared/data is absent)', () => {
  test.each(gemeenten)('%s: hardly a place lies in two of them, and each gets one answer', (gemeente) => {
    const { wijken } = readWijkenFile(readFileSync(fileOf(gemeente), 'utf8'));
    const areas = wijken.map(({ code, geometry }) => ({ code, ground: [geometry] }));
    const { west, east, south, north } = boxOf(wijken.map(({ geometry }) => geometry));
    const grid = Array.from({ length: steps ** 2 }, (_, at): Place => [
      west + ((east - west) * ((at % steps) + 0.5)) / steps,
      south + ((north - south) * (Math.floor(at / steps) + 0.5)) / steps,
    ]);
    const found = grid.map((place) => ({
      holders: areas.filter(({ ground }) => isIn(place, ground)).map(({ code }) => code),
      answer: areaAt(place, areas)?.code,
    }));
    const held = found.filter(({ holders }) => holders.length > 0);
    expect(new Set(held.map(({ answer }) => answer)).size).toBeGreaterThan(wijken.length / 2);
    // Borders in these files were made simpler for each wijk by itself: they differ by a few metres.
    expect(held.filter(({ holders }) => holders.length > 1).length).toBeLessThan(held.length / 100);
    for (const { holders, answer } of found) expect(answer).toBe(holders[0]);
  });

  test('793 real buurten have the code of their wijk in their own', () => {
    const [head = '', ...lines] = readFileSync(sharedFile('data/cbs_buurten_2014.csv') ?? '', 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(head).toContain('buurtcode;wijkcode');
    const codes = lines.map((line) => line.split(';'));
    expect(codes).toHaveLength(793);
    for (const [, buurt = '', wijk] of codes) expect(wijkOfBuurt(buurt)).toBe(wijk);
  });
});
