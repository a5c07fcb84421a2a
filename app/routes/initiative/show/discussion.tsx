import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/ui/number-format';
import { type Argument } from '#db/schema';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { UserText } from '~/ui/user-text';
import { useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { type Paged } from '~/domain/paging';
import { type CalendarDate } from '~/domain/calendar';

/** What the page number of each kind of reaction is called in the address. */
export const reactionPages = { for: 'voor', against: 'tegen', question: 'vragen' } as const satisfies Record<
  Argument,
  string
>;

export interface Reaction {
  id: string;
  body: string;
  on: CalendarDate;
  /** First name; null while it is unknown. */
  author: string | null;
  area: string | null;
}

function Author({ author, area }: Pick<Reaction, 'author' | 'area'>) {
  const { t } = useTranslation();
  if (area === null) return author ?? t('initiative.comment.byNobody');
  return author === null
    ? t('initiative.comment.byUnknown', { area })
    : t('initiative.comment.by', { name: author, area });
}

function ReactionItem({ reaction }: { reaction: Reaction }) {
  return (
    <li className="wk-reaction">
      <p className="wk-prose--written">
        <UserText>{reaction.body}</UserText>
      </p>
      <p className="wk-soft wk-small">
        <Author {...reaction} />, <DateText date={reaction.on} />
      </p>
    </li>
  );
}

interface GroupProps {
  argument: Argument;
  reactions: Paged<Reaction>;
  empty?: string;
}

function Group({ argument, reactions, empty }: GroupProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (reactions.total === 0 && !empty) return null;
  const title = t(`initiative.comment.${argument}`);
  const name = reactionPages[argument];
  return (
    <div className={`wk-reactions wk-reactions--${argument}`} id={name}>
      <Heading level={3}>
        {title} ({formatNumber(reactions.total, locale)})
      </Heading>
      {reactions.total === 0 ? (
        <p className="wk-soft">{empty}</p>
      ) : (
        <ul className="wk-plain-list">
          {reactions.rows.map((reaction) => (
            <ReactionItem key={reaction.id} reaction={reaction} />
          ))}
        </ul>
      )}
      <Pagination list={reactions} what={title} name={name} anchor={name} />
    </div>
  );
}

/** Arguments for beside those against, questions below: so that neither side shouts louder. */
export function Discussion({ reactions }: { reactions: Record<Argument, Paged<Reaction>> }) {
  const { t } = useTranslation();
  if (Object.values(reactions).every(({ total }) => total === 0))
    return <p className="wk-soft">{t('initiative.comment.empty')}</p>;
  return (
    <div className="wk-stack wk-stack--wide">
      <div className="wk-split">
        <Group argument="for" reactions={reactions.for} empty={t('initiative.comment.noneFor')} />
        <Group argument="against" reactions={reactions.against} empty={t('initiative.comment.noneAgainst')} />
      </div>
      <Group argument="question" reactions={reactions.question} />
    </div>
  );
}
