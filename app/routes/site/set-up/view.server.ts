import { installationOf } from '#db/reads/area/area';
import { postcodesInForce } from '#db/reads/area/postcode';
import { wijkReadiness } from '#db/reads/area/readiness';
import { roleCounts } from '#db/reads/people/person';
import { gapsOf, setUpSteps, stepsDone } from '~/domain/area/readiness';
import { type Visit } from '~/http/visit.server';

/** How far a gemeente is: each step, and what each wijk still lacks. */
export async function setUpOf({ context: { db, today }, site: { config } }: Visit) {
  const [installation, postcodes, wijken, roles] = await Promise.all([
    installationOf(db),
    postcodesInForce(db),
    wijkReadiness(db, today),
    roleCounts(db, today),
  ]);
  const done = stepsDone({
    isInstalled: installation !== undefined,
    hasPostcodes: postcodes !== undefined,
    hasAccount: config.bank !== null,
    controllers: roles.controller ?? 0,
    payers: roles.payer ?? 0,
    moderators: roles.moderator ?? 0,
    wijken,
  });
  return {
    gemeente: installation?.gemeente ?? null,
    contact: config.contact,
    steps: setUpSteps.map((name) => ({ name, isDone: done[name] })),
    gaps: wijken
      .map((wijk) => ({ name: wijk.name, gaps: gapsOf(wijk) }))
      .filter(({ gaps }) => gaps.length > 0),
  };
}
