import { installationOf } from '#db/reads/area/area';
import { bodyBySlug, seatsOf } from '#db/reads/council/body';
import { emailOf } from '#db/seed/accounts';
import { type Council, councils, type SeatOf } from '#db/seed/councils';
import { type Context } from '~/usecases/context.server';
import { addSeats } from '~/usecases/council/add-seats.server';
import { createBody } from '~/usecases/council/create-body.server';
import { giveMandate } from '~/usecases/council/give-mandate.server';
import { giveMembership } from '~/usecases/council/give-membership.server';
import { inCents } from './money';
import { type World } from './stage';

/** The buurtraden and the stadsraad, each with its rules, its mandate, its seats and who sits in them, from today on. */
export async function plantCouncils(admin: Context, areas: World['areas']): Promise<void> {
  const installed = await installationOf(admin.db);
  for (const council of councils) {
    const areaId = council.wijk ? areas[council.wijk] : (installed?.gemeenteId ?? '');
    await plantCouncil(admin, council, areaId);
  }
}

async function plantCouncil(admin: Context, council: Council, areaId: string): Promise<void> {
  const { slug, name, contact, rules, seats, maxPerDecision, maxPerApplicantPerYear } = council;
  const reach = { contactEmail: contact.email, contactText: contact.text };
  await createBody(admin, { name, slug, areaId, preset: rules, ...reach });
  const bodyId = (await bodyBySlug(admin.db, slug))?.id ?? '';
  await giveMandate(admin, {
    bodyId,
    maxPerDecisionCents: inCents(maxPerDecision),
    maxPerApplicantPerYearCents: inCents(maxPerApplicantPerYear),
    maxPerPeriodCents: null,
    themes: [],
    from: admin.today,
    lastDay: null,
  });
  for (const seat of seats) await plantSeat(admin, bodyId, seat);
}

async function plantSeat(admin: Context, bodyId: string, seat: SeatOf): Promise<void> {
  const { type: kind, who, appointed = 'elected', duty = 'member', voting = true } = seat;
  const { db, today: from } = admin;
  await addSeats(admin, { bodyId, kind, voting, count: 1, from });
  if (!who) return;
  const free = (await seatsOf(db, bodyId, from)).find(
    (each) => each.kind === kind && each.voting === voting && each.membershipId === null,
  );
  await giveMembership(admin, {
    ...{ seatId: free?.seatId ?? '', email: emailOf(who), name: '', duty, appointed },
    ...{ from, lastDay: null, livesThere: kind === 'resident' },
  });
}
