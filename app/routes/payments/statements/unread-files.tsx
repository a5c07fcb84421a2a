import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type CalendarDate } from '~/domain/calendar';
import { paths } from '~/paths';

interface UnreadFile {
  taskId: string;
  askedOn: CalendarDate;
  /** Why it was refused; null while it is being read. */
  refusal: string | null;
}

/** Files that were handed in and are not in the books: still at work, or refused. */
export function UnreadFiles({ files }: { files: readonly UnreadFile[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('statement.list.unread')}</Heading>
      <ul className="wk-cards">
        {files.map(({ taskId, askedOn, refusal }) => (
          <Card
            key={taskId}
            href={paths.money.task(taskId)}
            title={t('statement.list.unreadAt', { date: formatDate(askedOn, locale) })}
            above={
              refusal === null ? (
                <Tag tone="waiting">{t('statement.list.running')}</Tag>
              ) : (
                <Tag tone="bad">{t('statement.list.refused')}</Tag>
              )
            }
          >
            {t(refusal === null ? 'statement.list.see' : 'statement.list.seeWhy')}
          </Card>
        ))}
      </ul>
    </section>
  );
}
