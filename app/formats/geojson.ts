import { cbsLevel, gemeenteOfCode } from '~/domain/area/cbs';
import { inhabitantsNotices } from '~/domain/area/inhabitants';
import { type Area, drawingFault } from '~/domain/area/polygon';
import { isSlug, mostSlugLetters, slugOf } from '~/domain/area/tree';
import { type Notice } from '~/domain/notices';
import { lettersIn } from '~/domain/text';
import { type At, type Feature, GeoJsonReader, refuseAt } from './geojson-reader';

/** One wijk or buurt as a CBS file gives it, and where. */
export type CbsPlace = {
  code: string;
  name: string;
  inhabitants: number | null;
  geometry: Area;
};

export type WijkenFile = {
  gemeente: { code: string; name: string };
  wijken: CbsPlace[];
  notices: Notice[];
};

/** The buurten of a gemeente; `at` is where each stands in the file. */
export type BuurtenFile = {
  gemeente: { code: string; name: string };
  buurten: (CbsPlace & { at: At })[];
  notices: Notice[];
};

/** A wijk that somebody drew: its name, the last part of its address, and where it stands in the file. */
export type DrawnWijk = {
  name: string;
  slug: string;
  inhabitants: number | null;
  geometry: Area;
  at: At;
};

export type DrawnFile = { drawn: DrawnWijk[]; notices: Notice[] };

/** What a file with areas can hold. */
export type AreasFile =
  ({ kind: 'wijken' } & WijkenFile) | ({ kind: 'buurten' } & BuurtenFile) | ({ kind: 'drawn' } & DrawnFile);
export type AreasKind = AreasFile['kind'];

/**
 * Reads a file with areas (GeoJSON, WGS84): wijken or buurten of CBS by their codes, or own wijken by their names. Properties are
 * called as CBS has them in its files (`aantal_inwoners`) or PDOK in its services (`aantalInwoners`). Throws 'fileInvalid' with
 * detail {line, problem, wijk, value}: the line that is wrong, what is wrong, the place of the area in the file, from 1 (0 for the
 * file itself), and what stood there.
 */
export function readAreasFile(text: string): AreasFile {
  const features = new GeoJsonReader(text).features();
  const some = (key: string) => features.some((feature) => feature.has(key));
  if (some('buurtcode')) return { kind: 'buurten', ...readBuurten(features) };
  if (some('name') && !some('wijkcode')) return { kind: 'drawn', ...readDrawn(features) };
  return { kind: 'wijken', ...readWijken(features) };
}

/** The wijken of a CBS file. Throws as `readAreasFile` does. */
export const readWijkenFile = (text: string): WijkenFile => readWijken(new GeoJsonReader(text).features());

function readWijken(features: readonly Feature[]): WijkenFile {
  const wijken = features.map((feature) => placeOf(feature, 'wijk'));
  refuseTwice(features, wijken, 'wijk');
  return { gemeente: gemeenteOf(features, 'wijk'), wijken, notices: inhabitantsNotices(wijken) };
}

function readBuurten(features: readonly Feature[]): BuurtenFile {
  const buurten = features.map((feature) => ({ ...placeOf(feature, 'buurt'), at: feature.at('buurtcode') }));
  refuseTwice(features, buurten, 'buurt');
  return { gemeente: gemeenteOf(features, 'buurt'), buurten, notices: inhabitantsNotices(buurten) };
}

function placeOf(feature: Feature, level: 'wijk' | 'buurt'): CbsPlace {
  const code = feature.text(`${level}code`, 'codeMissing');
  const invalid = level === 'wijk' ? 'codeInvalid' : 'buurtInvalid';
  if (cbsLevel(code) !== level) refuseAt(feature.at(`${level}code`), invalid, code);
  const name = feature.text(`${level}naam`, 'nameMissing');
  const geometry = feature.outline(code);
  return { code, name, inhabitants: feature.inhabitants('aantalinwoners'), geometry };
}

function refuseTwice(features: readonly Feature[], places: readonly CbsPlace[], level: 'wijk' | 'buurt') {
  const seen = new Set<string>();
  for (const [index, { code }] of places.entries()) {
    const feature = features[index];
    if (seen.has(code) && feature) refuseAt(feature.at(`${level}code`), 'codeTwice', code);
    seen.add(code);
  }
}

/** The one gemeente that all areas name. */
function gemeenteOf(features: readonly Feature[], level: 'wijk' | 'buurt') {
  const named = features.map((feature) => {
    const code = feature.text('gemeentecode', 'gemeenteMissing');
    const name = feature.text('gemeentenaam', 'gemeenteMissing');
    return { feature, code, name };
  });
  const [{ code: first, name } = { code: '', name: '' }] = named;
  for (const { feature, code } of named) {
    const isOther = code !== first || gemeenteOfCode(feature.text(`${level}code`, 'codeMissing')) !== code;
    if (isOther) refuseAt(feature.at('gemeentecode'), 'twoGemeenten', code);
  }
  return { code: first, name };
}

/** How long the name of a wijk may be. */
const mostNameLetters = 80;

function readDrawn(features: readonly Feature[]): DrawnFile {
  const drawn = features.map((feature): DrawnWijk => {
    const name = feature.text('name', 'nameMissing');
    if (lettersIn(name) > mostNameLetters) refuseAt(feature.at('name'), 'nameTooLong', name);
    const slug = feature.optionalText('slug') ?? slugOf(name);
    if (!isSlug(slug) || slug.length > mostSlugLetters) refuseAt(feature.at('slug'), 'slugInvalid', slug);
    const geometry = feature.outline(name, drawingFault);
    return { name, slug, inhabitants: feature.inhabitants('inhabitants'), geometry, at: feature.at('name') };
  });
  const seen = new Set<string>();
  for (const { name, slug, at } of drawn) {
    if (seen.has(name.toLowerCase()) || seen.has(`/${slug}`)) refuseAt(at, 'nameTwice', name);
    seen.add(name.toLowerCase()).add(`/${slug}`);
  }
  return { drawn, notices: inhabitantsNotices(drawn) };
}
