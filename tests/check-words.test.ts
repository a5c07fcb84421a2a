import { expect, test } from 'vitest';
import { allChecks } from '#db/checks/run';
import en from '~/i18n/en';
import nl from '~/i18n/nl';

test('every check has words for people, in English its own', () => {
  const own = Object.fromEntries(allChecks.map(({ id, meaning }) => [id, meaning]));
  expect(en.check).toEqual(own);
  expect(Object.keys(nl.check).sort()).toEqual(Object.keys(own).sort());
});
