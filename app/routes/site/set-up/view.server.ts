import { installationOf } from '#db/reads/area/area';
import { settingsInForce } from '#db/reads/site/settings';
import { postcodesInForce } from '#db/reads/area/postcode';
import { type WijkReadiness, wijkReadiness } from '#db/reads/area/readiness';
import { roleCounts } from '#db/reads/people/person';
import { closedBy, gapsOf, setUpSteps, stepsDone } from '~/domain/area/readiness';
import { firstSettings } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';

/** How far a gemeente is: each step, and what each wijk still lacks. */
export async function setUpOf({ context: { db, today }, site: { config } }: Visit) {
  const [installation, settings, postcodes, wijken, roles] = await Promise.all([
    installationOf(db),
    settingsInForce(db),
    postcodesInForce(db),
    wijkReadiness(db, today),
    roleCounts(db, today),
  ]);
  const { name, email, bank } = settings ?? firstSettings(config);
  const done = stepsDone({
    hasName: name !== null,
    hasPostcodes: postcodes !== undefined,
    hasAccount: bank !== null,
    controllers: roles.controller ?? 0,
    payers: roles.payer ?? 0,
    moderators: roles.moderator ?? 0,
    wijken,
  });
  return {
    gemeente: name ?? installation?.gemeente ?? null,
    contact: email,
    steps: setUpSteps.map((name) => ({ name, isDone: done[name] })),
    gaps: wijken.map((wijk) => lacksOf(wijk, bank !== null)).filter(({ gaps }) => gaps.length > 0),
  };
}

function lacksOf(wijk: WijkReadiness, hasAccount: boolean) {
  return {
    name: wijk.name,
    gaps: [...gapsOf(wijk), ...(hasAccount ? [] : (['account'] as const))],
    isOpen: wijk.hasScheme && closedBy(wijk, hasAccount) === null,
  };
}

/** A wijk that lacks something, and whether residents can ask for money there all the same. */
export type WijkLacks = ReturnType<typeof lacksOf>;
