import { treeFaults } from '~/domain/area/tree';
import { type Queryable } from '../client';
import { areaTree } from '../reads/area/area';
import { type Check } from './check';

const areaTreeSound: Check = {
  id: 'area-tree',
  meaning: 'Every area hangs, without circles, under one that exists at least as long (domain.md §0).',
  find: async (db: Queryable) =>
    treeFaults(await areaTree(db)).map(({ id, fault }) => ({ subject: id, detail: fault })),
};

export const areaChecks: readonly Check[] = [areaTreeSound];
