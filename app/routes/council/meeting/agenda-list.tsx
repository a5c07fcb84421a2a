import { useTranslation } from 'react-i18next';
import { type itemsOf } from '#db/reads/council/meeting';
import { formatEuros } from '~/domain/money/format';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { outcomeTone, outcomeWord } from '~/ui/council-outcome';
import { paths } from '~/paths';

export type AgendaRow = Awaited<ReturnType<typeof itemsOf>>[number] & {
  votes: number;
  /** A report of an interest waits for its member or for a ruling. */
  reported: boolean;
};

/** What became of an item, in a word. */
function ItemTag({ item, over }: { item: AgendaRow; over: boolean }) {
  const { t } = useTranslation();
  if (item.outcome) {
    const word = outcomeWord({ ...item, outcome: item.outcome, amountCents: item.proposedCents });
    return <Tag tone={outcomeTone[word]}>{t(`council.outcome.${word}`)}</Tag>;
  }
  if (item.reported && !over && item.state === 'onAgenda')
    return <Tag tone="waiting">{t('council.report.itemTag')}</Tag>;
  const [state, tone] = openState(item, over);
  return <Tag tone={tone}>{t(`council.meeting.itemState.${state}`)}</Tag>;
}

function openState(item: AgendaRow, over: boolean): ['withdrawn' | 'waiting' | 'busy' | 'open', Tone] {
  if (item.state === 'withdrawn') return ['withdrawn', 'neutral'];
  if (over) return ['waiting', 'neutral'];
  return item.votes > 0 ? ['busy', 'waiting'] : ['open', 'neutral'];
}

interface AgendaListProps {
  items: readonly AgendaRow[];
  /** The address of the meeting. */
  /** The council's slug and the meeting's id. */
  at: readonly [string, string];
  /** The meeting is closed or failed. */
  over: boolean;
}

/** The items of a meeting in order, each with its state and the page where it is treated. */
export function AgendaList({ items, at, over }: AgendaListProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ol className="wk-plain-list wk-agenda">
      {items.map((item) => (
        <li key={item.id} className="wk-agenda__item">
          <span className="wk-agenda__number" aria-hidden="true">
            {item.position}
          </span>
          <div className="wk-agenda__what">
            <h3 className="utrecht-heading-3">
              <Link href={paths.council.item(...at, item.id)}>{item.title}</Link>
            </h3>
            <p className="wk-soft">
              {t('council.meeting.proposal', { amount: formatEuros(item.proposedCents, locale) })}
              {item.proposedCents < item.requestedCents
                ? `, ${t('council.meeting.ofAsked', { asked: formatEuros(item.requestedCents, locale) })}`
                : null}
            </p>
          </div>
          <ItemTag item={item} over={over} />
        </li>
      ))}
    </ol>
  );
}
