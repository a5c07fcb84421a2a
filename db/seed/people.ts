import { type ShownName } from '~/domain/people/name';
import { type WijkSlug } from './outlines';

/** What somebody does for the gemeente, in some wijken or in all. */
export type RoleOf =
  | { role: 'networker' | 'areaManager'; wijken: readonly WijkSlug[] }
  | { role: 'controller' | 'payer' | 'moderator' | 'admin' };

/** The invented people one can enter as. None is a real person. */
export type Invented = {
  name: string;
  wijk: WijkSlug | null;
  born: string;
  /** One sentence for whoever wants to look around as this person. */
  persona: string;
  role?: RoleOf;
  /** What the page of a council shows of the name: the first word, unless they chose. */
  shownName?: ShownName;
};

export const personas = {
  samira: {
    name: 'Samira Bouali',
    wijk: 'parkwijk',
    born: '1988-04-12',
    persona:
      'Bewoner van Parkwijk. Wil een moestuin achter het buurthuis en schrijft nog aan haar initiatief.',
  },
  joop: {
    name: 'Joop Terpstra',
    wijk: 'soesterveld',
    born: '1951-11-02',
    persona: 'Bewoner van Soesterveld. Zijn koffieochtend kreeg geld en nu vraagt hij geld voor een bankje.',
  },
  chantal: {
    name: 'Chantal Verweij',
    wijk: 'kruiskade',
    born: '1979-06-23',
    persona: 'Bewoner van Kruiskade. Zoekt buren die haar buurtfeest steunen.',
  },
  fatma: {
    name: 'Fatma Yilmaz',
    wijk: 'wortmanbuurt',
    born: '1992-09-30',
    persona: 'Bewoner van de Wortmanbuurt. Wacht op het besluit over de taalclub.',
  },
  bram: {
    name: 'Bram Oosterhof',
    wijk: 'buitenstad',
    born: '1967-01-17',
    persona: 'Bewoner van Buitenstad. Zijn initiatief voor lantaarns is afgewezen.',
  },
  lotte: {
    name: 'Lotte Wijnstra',
    wijk: 'middelveld',
    born: '1996-03-08',
    persona: 'Bewoner van Middelveld. Maakt met buren een muurschildering.',
  },
  sven: {
    name: 'Sven Drost',
    wijk: 'parkwijk',
    born: '2013-05-21',
    persona: 'Bewoner van Parkwijk en nog te jong om zelf geld aan te vragen.',
  },
  annelies: {
    name: 'Annelies Brouwer',
    wijk: 'parkwijk',
    shownName: 'full',
    born: '1963-08-14',
    persona: 'Voorzitter van de buurtraad Parkwijk. Opent de vergadering en stelt de uitslag vast.',
  },
  ruud: {
    name: 'Ruud Hofstede',
    wijk: 'parkwijk',
    born: '1958-12-05',
    persona: 'Secretaris van de buurtraad Parkwijk. Maakt de agenda.',
  },
  winston: {
    name: 'Winston Pengel',
    wijk: 'parkwijk',
    born: '1974-02-27',
    persona: 'Lid van de buurtraad Parkwijk. Stemt mee over elk voorstel.',
  },
  marga: {
    name: 'Marga Dekkers',
    wijk: 'soesterveld',
    shownName: 'full',
    born: '1960-10-19',
    persona: 'Voorzitter van de buurtraad Soesterveld en lid van de stadsraad.',
  },
  hakan: {
    name: 'Hakan Demir',
    wijk: 'kruiskade',
    born: '1981-07-03',
    persona: 'Voorzitter van de buurtraad Kruiskade en lid van de stadsraad.',
  },
  tineke: {
    name: 'Tineke Postma',
    wijk: 'middelveld',
    shownName: 'full',
    born: '1955-05-09',
    persona: 'Voorzitter van de stadsraad. Beslist mee over wat een buurtraad niet alleen mag.',
  },
  esra: {
    name: 'Esra Kaplan',
    wijk: null,
    shownName: 'full',
    born: '1990-01-25',
    persona: 'Buurtnetwerker in Parkwijk en Middelveld. Helpt bewoners op weg en zit in beide raden.',
    role: { role: 'networker', wijken: ['parkwijk', 'middelveld'] },
  },
  ingrid: {
    name: 'Ingrid Veldkamp',
    wijk: null,
    shownName: 'full',
    born: '1971-03-11',
    persona: 'Gebiedsmanager van Parkwijk en Soesterveld. Bewaakt daar de termijnen en het geld.',
    role: { role: 'areaManager', wijken: ['parkwijk', 'soesterveld'] },
  },
  wietske: {
    name: 'Wietske Hoekstra',
    wijk: null,
    born: '1977-09-06',
    persona: 'Controller van de gemeente. Verdeelt het jaarbedrag over de wijken en volgt elke euro.',
    role: { role: 'controller' },
  },
  bart: {
    name: 'Bart Nijhuis',
    wijk: null,
    born: '1969-04-17',
    persona: 'Tweede controller van de gemeente. Kijkt na wat een collega klaarzette, zoals het jaareinde.',
    role: { role: 'controller' },
  },
  patrick: {
    name: 'Patrick Lammers',
    wijk: null,
    born: '1984-11-28',
    persona: 'Betaler van de gemeente. Ziet wat is toegekend en wat is betaald.',
    role: { role: 'payer' },
  },
  noor: {
    name: 'Noor Achterberg',
    wijk: null,
    born: '1993-02-14',
    persona: 'Moderator. Leest reacties voordat ze openbaar worden.',
    role: { role: 'moderator' },
  },
  daan: {
    name: 'Daan Kolk',
    wijk: null,
    born: '1986-06-01',
    persona: 'Beheerder van Wijkkas in Vierstromen.',
    role: { role: 'admin' },
  },
} as const satisfies Record<string, Invented>;
export type Persona = keyof typeof personas;

/** Neighbours without a desk, as many in each wijk: they support, and some of them sit in a council. */
export const neighboursPerWijk = 14;
export const neighbour = (wijk: WijkSlug, nth: number): Neighbour => `${wijk}-${nth}`;
export type Neighbour = `${WijkSlug}-${number}`;
export type Someone = Persona | Neighbour;

/** First names of the neighbours, walked through wijk by wijk. */
export const firstNames = (
  'Ali Anita Anton Astrid Ayşe Bas Bea Berend Carla Cor Dewi Dirk Elif Els Emre Erik Femke Floor Frank Geert Gerda ' +
  'Hanna Hans Henk Ilse Imane Jaap Jamal Jan Janna Jeroen Jolanda Joris Karin Karim Klaas Leila Lies Loes Luuk Maaike ' +
  'Marco Marijke Mehmet Mieke Milan Mirjam Naima Nico Olga Omar Paula Peter Petra Pim Rachid Ria Rob Roos Rosa Sander ' +
  'Saskia Sjoerd Sofie Stefan Tamara Teun Thea Tom Truus Ursula Vera Vincent Wendy Wilma Wim Yara Yusuf Zeynep Zoë Arie ' +
  'Bente Cees Dilan'
).split(' ');
