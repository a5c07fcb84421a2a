import { type Database } from '../client';
import { areaChecks } from './area';
import { chainCheck } from './ledger-chain';
import { type Check, type Finding } from './check';
import { councilChecks } from './council';
import { grantChecks } from './grants';
import { initiativeChecks } from './initiative';
import { ledgerChecks } from './ledger';
import { paymentsChecks } from './payments';
import { sourcesChecks } from './sources';
import { votingChecks } from './voting';
import { yearEndChecks } from './yearEnd';

export const allChecks: readonly Check[] = [
  ...ledgerChecks,
  chainCheck,
  ...grantChecks,
  ...paymentsChecks,
  ...sourcesChecks,
  ...yearEndChecks,
  ...councilChecks,
  ...initiativeChecks,
  ...areaChecks,
  ...votingChecks,
];

export type ChecksResult = {
  checks: number;
  violations: number;
  found: (Finding & { check: string; meaning: string })[];
};

/** Runs every invariant over one unchanging view of the database, also while others write to it. Changes nothing. */
export function runChecks(db: Database): Promise<ChecksResult> {
  return db.transaction(
    async (tx) => {
      const found: ChecksResult['found'] = [];
      for (const { id, meaning, find } of allChecks) {
        for (const finding of await find(tx)) found.push({ check: id, meaning, ...finding });
      }
      return { checks: allChecks.length, violations: found.length, found };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
