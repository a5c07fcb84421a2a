import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type Goal } from '~/domain/ledger/figure';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Cents } from '~/domain/money/cents';
import { formatWholeEuros } from '~/domain/money/format';
import { FlowPatterns, paintOf } from './flow-patterns';
import { type MoneyAsked, rowsHref } from '../shared/link';

type Place = { side: 'from'; name: Kolom } | { side: 'through'; name: string } | { side: 'to'; name: Goal };

export type FlowPlace = Place & { cents: Cents; x: number; y: number; height: number };

export interface FlowChartProps {
  picture: {
    width: number;
    height: number;
    nodeWidth: number;
    places: readonly FlowPlace[];
    bands: readonly { key: string; path: string; thickness: number; place: Place }[];
  };
  /** The finding; it names the picture. */
  headline: string;
  wijken: readonly { slug: string; name: string }[];
  asked: MoneyAsked;
}

/** What a place is called. */
function useNames({ wijken, asked }: Pick<FlowChartProps, 'wijken' | 'asked'>): (place: Place) => string {
  const { t } = useTranslation();
  return (place) => {
    if (place.side === 'from') return t(`ledger.kolom.${place.name}`);
    if (place.side === 'through') return wijken.find(({ slug }) => slug === place.name)?.name ?? place.name;
    if (asked.ended && place.name === 'left') return t('ledger.column.over');
    return place.name === 'reserved' || place.name === 'left'
      ? t(`money.goal.${place.name}`)
      : t(`initiative.theme.${place.name}`);
  };
}

/** The flow of money: a picture on a wide screen and on paper, lists with bars on a narrow one. */
export function FlowChart(props: FlowChartProps) {
  return (
    <>
      <svg className="wk-flow__defs" width="0" height="0" aria-hidden="true">
        <FlowPatterns />
      </svg>
      <Picture {...props} />
      <div className="wk-flow__lists">
        <PlaceList {...props} side="from" />
        <PlaceList {...props} side="through" />
        <PlaceList {...props} side="to" />
      </div>
    </>
  );
}

function Picture({ picture, headline, wijken, asked }: FlowChartProps) {
  const { width, height, nodeWidth, places, bands } = picture;
  const nameOf = useNames({ wijken, asked });
  return (
    <svg className="wk-flow__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={headline}>
      {bands.map(({ key, path, thickness, place }) => (
        <path
          key={key}
          className="wk-flow__band"
          d={path}
          strokeWidth={thickness}
          stroke={place.side === 'through' ? undefined : paintOf(place)}
        />
      ))}
      {places.map((place) => (
        <Drawn key={`${place.side}-${place.name}`} place={place} width={nodeWidth} name={nameOf(place)} />
      ))}
    </svg>
  );
}

/** A bar with its name and amount: outside the picture at both ends, over the bands in the middle. */
function Drawn({ place, width, name }: { place: FlowPlace; width: number; name: string }) {
  const locale = useLocale();
  const left = place.side === 'from';
  const x = left ? place.x - 10 : place.x + width + 10;
  const y = place.y + place.height / 2;
  const text = { x, className: `wk-flow__name${left ? ' wk-flow__name--end' : ''}` };
  return (
    <g>
      <rect className="wk-flow__place" x={place.x} y={place.y} width={width} height={place.height} />
      <text {...text} y={y - 4}>
        {name}
      </text>
      <text {...text} className={`${text.className} wk-flow__amount`} y={y + 16}>
        {formatWholeEuros(place.cents, locale)}
      </text>
    </g>
  );
}

function PlaceList({ picture, wijken, asked, side }: FlowChartProps & { side: Place['side'] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNames({ wijken, asked });
  const own = picture.places.filter((place) => place.side === side);
  const most = own.reduce((top, place) => (place.cents > top ? place.cents : top), 1n);
  return (
    <section className="wk-stack--close">
      <Heading level={3}>{t(`money.city.flow.${side}`)}</Heading>
      <ul className="wk-flow__list">
        {own.map((place) => (
          <li key={place.name}>
            <span>{nameOf(place)}</span>
            <Link href={hrefOf(place, asked)}>
              <span className="wk-figures">{formatWholeEuros(place.cents, locale)}</span>
            </Link>
            <svg className="wk-flow__bar" width="100%" height="16" aria-hidden="true">
              <rect
                className="wk-flow__length"
                width={`${Number((place.cents * 1000n) / most) / 10}%`}
                height="16"
                fill={place.side === 'through' ? undefined : paintOf(place)}
              />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hrefOf(place: Place, asked: MoneyAsked): string {
  if (place.side === 'from') return rowsHref(asked, 'budget', { kolom: place.name });
  if (place.side === 'through') return rowsHref(asked, 'budget', { wijk: place.name });
  if (place.name === 'left' || place.name === 'reserved') return rowsHref(asked, place.name);
  return rowsHref(asked, 'given', { thema: place.name });
}
