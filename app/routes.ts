import { index, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  // area
  route('wijken', 'routes/area/wijken.tsx'),
  route('wijken/:slug', 'routes/area/wijk.tsx'),
  // initiative
  route('initiatieven', 'routes/initiative/list.tsx'),
  route('initiatieven/nieuw', 'routes/initiative/start.tsx'),
  route('initiatieven/:number', 'routes/initiative/show.tsx'),
  route('initiatieven/:number/bewerken/:stap', 'routes/initiative/edit.tsx'),
  route('initiatieven/:number/steun', 'routes/initiative/support.tsx'),
  route('initiatieven/:number/reacties', 'routes/initiative/comment.tsx'),
  route('initiatieven/:number/indienen', 'routes/initiative/submit.tsx'),
  route('initiatieven/:number/intrekken', 'routes/initiative/withdraw.tsx'),
  route('beheer/reacties', 'routes/initiative/moderate.tsx'),
  // ledger
  route('geld', 'routes/ledger/city.tsx'),
  route('gemeente', 'routes/ledger/desk.tsx'),
  route('gemeente/uitgaven.csv', 'routes/ledger/spending-csv.ts'),
  route('gemeente/bronnen', 'routes/ledger/sources.tsx'),
  route('gemeente/bronnen/verdelen', 'routes/ledger/divide.tsx'),
  route('wijken/:slug/boekingen', 'routes/ledger/postings.tsx'),
  route('wijken/:slug/boekingen.csv', 'routes/ledger/postings-csv.ts'),
  // people
  route('aanmelden', 'routes/people/sign-in.tsx'),
  route('aanmelden/code', 'routes/people/sign-in-code.tsx'),
  route('aanmelden/raad', 'routes/people/desk-sign-in.tsx'),
  route('aanmelden/raad/code', 'routes/people/desk-code.tsx'),
  route('aanmelden/raad/vergeten', 'routes/people/reset.tsx'),
  route('uitnodiging/:token', 'routes/people/invitation.tsx'),
  route('afmelden', 'routes/people/sign-out.ts'),
  route('mijn', 'routes/people/me.tsx'),
  route('mijn/gegevens', 'routes/people/details.tsx'),
  route('demonstratie', 'routes/people/demo.tsx'),
  route('demonstratie/post', 'routes/people/outbox.tsx'),

  // site
  route('taal', 'routes/site/language.ts'),
  route('over', 'routes/site/about.tsx'),
  route('toegankelijkheid', 'routes/site/accessibility.tsx'),
  route('privacy', 'routes/site/privacy.tsx'),

  // council
  route('raad', 'routes/council/councils.tsx'),
  route('raad/:slug', 'routes/council/desk.tsx'),
  route('raad/:slug/vergaderingen/nieuw', 'routes/council/plan.tsx'),
  route('raad/:slug/vergaderingen/:id', 'routes/council/meeting.tsx'),
  route('raad/:slug/vergaderingen/:id/punten/:item', 'routes/council/item.tsx'),
  route('raad/:slug/vergaderingen/:id/punten/:item/stem', 'routes/council/vote.tsx'),
  route('raad/:slug/vergaderingen/:id/punten/:item/belang', 'routes/council/conflict.tsx'),
  route('raad/:slug/vergaderingen/:id/punten/:item/uitslag', 'routes/council/outcome.tsx'),
  route('besluiten', 'routes/council/decisions.tsx'),
  route('besluiten/:id', 'routes/council/decision.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
