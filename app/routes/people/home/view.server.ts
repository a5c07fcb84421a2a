import { profileOf } from '#db/reads/people/person';
import { openLetter, residenceOf, residentsInForce } from '#db/reads/people/residence';
import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { calendarDateIn } from '~/domain/calendar';
import { residenceKeys } from '~/domain/initiative/scheme';
import { type Visit } from '~/http/visit.server';
import { oidcFaultIn } from '../shared/oidc-fault.server';

const dones = ['letter', 'proven'] as const;

/** Where this person lives, how that is known, what it is enough for, and in which ways it can be shown. */
export async function homeView({ context, site, url }: Visit) {
  const { db, actor, today } = context;
  const personId = actor.personId ?? '';
  const profile = await profileOf(db, personId);
  const known = await residenceOf(db, personId);
  const version = profile?.areaId ? await schemeVersionOn(db, profile.areaId, today) : undefined;
  const service = site.config.oidc?.name ?? null;
  const letter = await openLetter(db, personId, today);
  return {
    area: profile?.area ?? null,
    email: profile?.email ?? '',
    known: known ? { method: known.method, since: known.since } : null,
    enough: version
      ? residenceKeys.map((key) => ({ key, can: version[key].includes(known?.method ?? 'self') }))
      : [],
    letter: letter
      ? {
          asked: calendarDateIn(letter.askedAt),
          lastDay: letter.lastDay,
          isPrinted: letter.isPrinted,
          area: letter.area,
        }
      : null,
    service,
    fault: service === null ? null : oidcFaultIn(url),
    hasList: (await residentsInForce(db)) !== undefined,
    done: dones.find((each) => each === url.searchParams.get('gedaan')) ?? null,
  };
}
