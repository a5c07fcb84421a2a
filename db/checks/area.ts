import { sql } from 'drizzle-orm';
import { treeFaults } from '~/domain/area/tree';
import { type Queryable } from '../client';
import { areaTree } from '../reads/area/area';
import { check, type Check } from './check';

const areaTreeSound: Check = {
  id: 'area-tree',
  meaning: 'Every area hangs, without circles, under one that exists at least as long (domain.md §0).',
  find: async (db: Queryable) =>
    treeFaults(await areaTree(db)).map(({ id, fault }) => ({ subject: id, detail: fault })),
};

const endedConsistsOfNothing = check(
  'area-ended',
  'An area that ended consists of nothing since, so that its ground can be of another (decisions/0027).',
  sql`select slug as subject, code as detail from area join area_cbs on area_id = area.id
    where valid_to is not null and until is null`,
);

const buurtOnce = check(
  'area-buurt-once',
  'No wijk has a buurt of which another wijk has the whole, in one year (decisions/0027).',
  sql`select buurt.code as subject, buurt.year::text as detail
    from area_cbs buurt join area_cbs whole on whole.code = 'WK' || substr(buurt.code, 3, 6)
      and whole.year = buurt.year and whole.area_id <> buurt.area_id
    where buurt.code like 'BU%' and buurt.until is null and whole.until is null`,
);

export const areaChecks: readonly Check[] = [areaTreeSound, endedConsistsOfNothing, buurtOnce];
