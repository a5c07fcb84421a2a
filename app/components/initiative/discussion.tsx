import { useTranslation } from 'react-i18next';
import { type Argument } from '#db/schema';
import { DateText } from '~/components/ui/date';
import { Heading } from '~/components/ui/heading';
import { type CalendarDate } from '~/domain/calendar';

export interface Reaction {
  id: string;
  argument: Argument;
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
      <p className="wk-prose--written">{reaction.body}</p>
      <p className="wk-soft wk-small">
        <Author {...reaction} />, <DateText date={reaction.on} />
      </p>
    </li>
  );
}

interface GroupProps {
  argument: Argument;
  reactions: readonly Reaction[];
  empty?: string;
}

function Group({ argument, reactions, empty }: GroupProps) {
  const { t } = useTranslation();
  const own = reactions.filter((reaction) => reaction.argument === argument);
  if (own.length === 0 && !empty) return null;
  return (
    <div className={`wk-reactions wk-reactions--${argument}`}>
      <Heading level={3}>
        {t(`initiative.comment.${argument}`)} ({own.length})
      </Heading>
      {own.length === 0 ? (
        <p className="wk-soft">{empty}</p>
      ) : (
        <ul className="wk-plain-list">
          {own.map((reaction) => (
            <ReactionItem key={reaction.id} reaction={reaction} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Arguments for beside those against, questions below: so that neither side shouts louder. */
export function Discussion({ reactions }: { reactions: readonly Reaction[] }) {
  const { t } = useTranslation();
  if (reactions.length === 0) return <p className="wk-soft">{t('initiative.comment.empty')}</p>;
  return (
    <div className="wk-stack wk-stack--wide">
      <div className="wk-split">
        <Group argument="for" reactions={reactions} empty={t('initiative.comment.noneFor')} />
        <Group argument="against" reactions={reactions} empty={t('initiative.comment.noneAgainst')} />
      </div>
      <Group argument="question" reactions={reactions} />
    </div>
  );
}
