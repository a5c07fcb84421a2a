import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { versionsOfScheme } from '#db/reads/initiative/scheme';
import { roleTerm, scheme, schemeArea } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { useInitiativePages } from '../support/initiative-pages';
import { dayAfter, mondayDate } from '../support/initiative-world';
import { makePerson } from '../support/person';

const pages = useInitiativePages();
const { site } = pages;
const list = '/beheer/regelingen';
let admin = '';
/** The address of the scheme that is made here. */
let own = '';

beforeAll(async () => {
  const { id } = await makePerson(pages.db());
  const validFrom = calendarDate('2020-01-01');
  await site.database.owner.db
    .insert(roleTerm)
    .values({ id: randomUUID(), personId: id, role: 'admin', validFrom });
  admin = await site.signInAs(id, 'strong');
});

const read = async (path: string, cookie = admin) =>
  pages.stripped(await pages.html(path, cookie)).replaceAll('\u00a0', ' ');

/** Where a form leads, by the address in its answer. */
async function send(path: string, body: Record<string, string>): Promise<string> {
  const answer = await site.post(path, { cookie: admin, body });
  expect(answer.status, await answer.clone().text()).toBe(303);
  return answer.headers.get('location') ?? '';
}

async function refusal(path: string, body: Record<string, string>): Promise<string> {
  const answer = await site.post(path, { cookie: admin, body });
  expect([400, 409]).toContain(answer.status);
  return pages.stripped(await answer.text());
}

describe('a scheme is made', () => {
  test('a wijk without one is named', async () => {
    const page = await read(list);
    expect(page).toContain('Hier kan nog niemand geld vragen: Daar.');
    expect(page).toContain('Buurtfonds');
  });

  test('from an example, which fills in the rules', async () => {
    expect(await read(`${list}/nieuw`)).toContain('Grote bedragen, beslist in rondes');
    const form = `${list}/nieuw?voorbeeld=largeRounds`;
    expect(await read(form)).toContain('Je begint met: Grote bedragen, beslist in rondes.');
    const named = { name: 'Regeling groot', legalRegime: 'college' };
    expect(await refusal(form, { ...named, name: '' })).toContain('Naam van de regeling');
    const { here, there } = pages.world;
    expect(await refusal(form, { ...named, areaIds: here })).toContain('hoort al bij een andere regeling');
    const draft = await send(form, { ...named, areaIds: there });
    own = draft.replace(/\/versie\?.*/, '');
    const page = await read(draft);
    expect(page).toContain('Hoogstens € 20.000 voor één initiatief.');
    expect(page).toContain('Nog niet door Wijkkas gecontroleerd');
    expect(await read(own)).toContain('Deze regeling heeft nog geen regels.');
  });

  test('a part is changed without a version yet; what is wrong is said at its field', async () => {
    const bedragen = `${own}/versie/bedragen?voorbeeld=largeRounds`;
    const typed = {
      ...{ maxAmountCents: '3000', cumulativePerApplicantPerYearCents: '' },
      ...{ ownContributionPct: '10', hourRateMaxCents: '0' },
    };
    expect(await refusal(bedragen, { ...typed, ownContributionPct: 'veel' })).toContain(
      'Vul een heel getal in',
    );
    expect(await refusal(bedragen, { ...typed, cumulativePerApplicantPerYearCents: '2000' })).toContain(
      'Dit is minder dan één initiatief mag kosten.',
    );
    const draft = await send(bedragen, typed);
    const page = await read(draft);
    expect(page).toContain('Hoogstens € 3.000 voor één initiatief.');
    expect(page).toContain('Uren werk worden niet betaald.');
    const caps = draft.replace('/versie?', '/versie/soorten?');
    const row = { 'caps[0].kind': 'Maaltijd', 'caps[0].unit': 'perPerson', 'caps[0].size': '10' };
    const after = await send(caps, row);
    expect(await read(after)).toContain('Maaltijd: hoogstens € 10 per deelnemer.');
    // What was changed before goes along.
    expect(await read(after)).toContain('Hoogstens € 3.000 voor één initiatief.');
    expect(await send(after, { validFrom: mondayDate })).toBe(own);
    expect(await read('/wijken/daar', '')).toContain('Hoogstens € 3.000 voor één initiatief.');
  });

  test('rules that no longer fit together are told on the page of the version', async () => {
    const wie = `${own}/versie/wie`;
    const draft = await send(wie, {
      minAge: '18',
      applicantKinds: 'legalPerson',
      legalPersonFromCents: '100',
    });
    const next = await send(draft.replace('/versie?', '/versie/controle?'), {
      ...{ receiptsFromCents: '50', directSettlementUpToCents: '40', sampleBy: 'none' },
    });
    expect(await read(next)).toContain('Er is geen steekproef.');
    const wrong = next.replace(
      'maxAmountCents=3000%2C00',
      'maxAmountCents=3000%2C00&cumulativePerApplicantPerYearCents=1',
    );
    expect(await read(wrong)).toContain('Deze regels passen niet bij elkaar');
    expect(await refusal(wrong, { validFrom: dayAfter(3) })).toContain('minder dan één initiatief');
  });
});

describe('a new version', () => {
  const schemeId = () => own.replace(`${list}/`, '');

  test('begins on a day of today or later, once', async () => {
    const draft = `${own}/versie`;
    expect(await refusal(draft, { validFrom: dayAfter(-1) })).toContain('Deze dag is al voorbij.');
    const late = { leadTimeWeeks: '4', decisionWeeks: '8', extensionWeeks: '0' };
    expect(await refusal(`${own}/versie/termijnen`, late)).toContain('Kies hier hoogstens 4');
    const changed = await send(`${own}/versie/termijnen`, {
      ...{ leadTimeWeeks: '9', decisionWeeks: '8', extensionWeeks: '0' },
    });
    expect(await read(changed)).toContain('Veranderd');
    expect(await send(changed, { validFrom: dayAfter(20) })).toBe(own);
    expect(await refusal(`${own}/versie`, { validFrom: dayAfter(20) })).toContain(
      'begint al een andere versie van deze regeling',
    );
    const page = await read(own);
    expect(page).toContain('Begint nog');
    expect(page).toContain('Geldt nu');
  });

  test('is seen beside the one before, what differs first', async () => {
    const page = await read(`${own}/vergelijken`);
    const [, differs = '', same = ''] = page.split(/Wat verschilt|Wat hetzelfde is/);
    expect(differs).toContain('minstens 13 weken');
    expect(differs).toContain('minstens 9 weken');
    expect(differs).not.toContain('Hoogstens € 3.000');
    expect(same).toContain('Hoogstens € 3.000 voor één initiatief.');
  });

  test('is what a resident will see from that day on', async () => {
    const seen = (day: string) => read(`${list}/voorbeeld?wijk=daar&op=${day}`);
    expect(await seen(dayAfter(19))).toContain('minstens 13 weken');
    expect(await seen(dayAfter(20))).toContain('minstens 9 weken');
    expect(await seen(dayAfter(-1))).toContain('kan in Daar niemand geld vragen');
  });

  test('is replaced and taken back until it begins', async () => {
    const [, ahead] = await versionsOfScheme(pages.db(), schemeId());
    expect(await read(`${own}/versie?vervangt=${ahead?.id}`)).toContain('Vervang de versie vanaf');
    await send(`${own}/versie?vervangt=${ahead?.id}`, { validFrom: dayAfter(20) });
    const versions = await versionsOfScheme(pages.db(), schemeId());
    const left = versions.find(({ withdrawnOn, validFrom }) => !withdrawnOn && validFrom === dayAfter(20));
    const withdraw = `${own}/versies/${left?.id}/intrekken`;
    expect(await read(withdraw)).toContain('De regels van ervoor blijven gelden.');
    await send(withdraw, {});
    expect(await read(withdraw)).toContain('Deze versie kun je niet intrekken');
    expect(await refusal(withdraw, {})).toContain('net ingetrokken of vervangen');
    expect(await read(own)).toContain('Ingetrokken');
  });
});

describe('who asked', () => {
  test('is counted per version, with the way to the list', async () => {
    await site.post(`/initiatieven/${pages.number}/bewerken/controleren`, { cookie: pages.mine });
    const { schemeId, versionId } = pages.world;
    const page = await pages.html(`${list}/${schemeId}`, admin);
    expect(pages.stripped(page)).toContain('1 initiatief');
    const link = `/initiatieven?regels=${versionId}`;
    expect(page).toContain(link);
    expect(await read(link, '')).toContain('Buurtfonds, vanaf');
    expect(await read(`/initiatieven?regels=${randomUUID()}`, '')).toContain('Onbekende regels');
  });

  test('a wijk goes to another scheme: who asked keeps their rules', async () => {
    const { schemeId, here } = pages.world;
    expect(await send(`${list}/${schemeId}/wijken`, {})).toBe(`${list}/${schemeId}`);
    expect(await send(`${own}/wijken`, { 'areaIds[0]': here, 'areaIds[1]': pages.world.there })).toBe(own);
    const wijken = await pages.db().select().from(schemeArea).where(eq(schemeArea.areaId, here));
    const [made] = await pages.db().select().from(scheme).where(eq(scheme.name, 'Regeling groot'));
    expect(wijken[0]?.schemeId).toBe(made?.id);
    expect(await read(`/initiatieven/${pages.number}`, '')).toContain('Zoekt steun');
  });
});

describe('a page of somebody else', () => {
  test('is not there: a resident, an unknown scheme, a version that began', async () => {
    expect((await site.get(list, { cookie: pages.mine })).status).toBe(403);
    expect((await site.get(`${list}/${randomUUID()}`, { cookie: admin })).status).toBe(404);
    expect((await site.get(`${own}/versie/nergens`, { cookie: admin })).status).toBe(404);
    const replaces = pages.world.versionId;
    const path = `${list}/${pages.world.schemeId}/versie?vervangt=${replaces}`;
    expect((await site.get(path, { cookie: admin })).status).toBe(404);
  });
});
