import { installationOf } from '#db/reads/area/area';
import { settingsInForce } from '#db/reads/site/settings';
import { postcodesInForce } from '#db/reads/area/postcode';
import { meansOf, type WijkReadiness, wijkReadiness } from '#db/reads/area/readiness';
import { roleCounts } from '#db/reads/people/person';
import { lettersWaiting } from '#db/reads/people/residence';
import {
  closedBy,
  type Gap,
  gapsOf,
  type Means,
  type SetUpStep,
  setUpSteps,
  stepsDone,
} from '~/domain/area/readiness';
import { lateAfterDays, lateBefore } from '~/domain/people/residence';
import { listed } from '~/domain/notices';
import { siteMeans } from '~/http/config.server';
import { firstSettings } from '~/http/settings.server';
import { paths } from '~/paths';
import { type Visit } from '~/http/visit.server';

/** How far a gemeente is: each step, and what each wijk still lacks. */
export async function setUpOf({ context: { db, today, now }, site: { config }, t }: Visit) {
  const [installation, settings, postcodes, wijken, roles, means, lateLetters] = await Promise.all([
    installationOf(db),
    settingsInForce(db),
    postcodesInForce(db),
    wijkReadiness(db, today),
    roleCounts(db, today),
    meansOf(db, siteMeans(config), today),
    lettersWaiting(db, lateBefore(now)),
  ]);
  const { name, email } = settings ?? firstSettings(config);
  const done = stepsDone({
    hasName: name !== null,
    hasPostcodes: postcodes !== undefined,
    ...means,
    lateLetters,
    controllers: roles.controller ?? 0,
    payers: roles.payer ?? 0,
    moderators: roles.moderator ?? 0,
    wijken,
  });
  const nowhere = wijken.filter((wijk) => gapsOf(wijk, means).includes('addresses')).map((wijk) => wijk.name);
  const notes: Partial<Record<SetUpStep, string[]>> = {
    postcodes:
      nowhere.length > 0 && postcodes
        ? [t('admin.setUp.note.noAddresses', { wijken: listed(nowhere), count: nowhere.length })]
        : [],
    money: roles.controller ? [] : [t('admin.setUp.note.noController')],
    letters: [
      ...(means.sendsMail ? [] : [t('admin.setUp.note.noMail')]),
      ...(lateLetters > 0 ? [t('residence.letters.late', { count: lateLetters, days: lateAfterDays })] : []),
    ],
  };
  return {
    gemeente: name ?? installation?.gemeente ?? null,
    contact: email,
    steps: setUpSteps.map((name) => ({ name, isDone: done[name], notes: notes[name] ?? [] })),
    gaps: wijken.map((wijk) => lacksOf(wijk, means)).filter(({ gaps }) => gaps.length > 0),
  };
}

function lacksOf(wijk: WijkReadiness, means: Means) {
  return {
    name: wijk.name,
    filled: wijk.voters,
    seats: wijk.seats,
    gaps: gapsOf(wijk, means).map((name) => ({ name, href: mendedAt(name, wijk) })),
    isOpen: wijk.hasScheme && closedBy(wijk, means) === null,
  };
}

/** The page on which it is mended that a wijk lacks something. */
function mendedAt(gap: Gap, { council, hasAddresses }: WijkReadiness): string {
  const councilPage = council === null ? paths.council.adminList : paths.council.admin(council);
  return {
    addresses: paths.area.postcodes,
    scheme: paths.initiative.schemes,
    residence: hasAddresses ? paths.site.gemeente : paths.area.postcodes,
    council: paths.council.adminList,
    leader: councilPage,
    voters: councilPage,
    seats: councilPage,
    mandate: councilPage,
    money: paths.sources.list,
    mail: paths.site.health,
    account: paths.site.gemeente,
  }[gap];
}

/** A wijk that lacks something, and whether residents can ask for money there all the same. */
export type WijkLacks = ReturnType<typeof lacksOf>;
