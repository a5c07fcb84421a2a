import { useTranslation } from 'react-i18next';
import { type Argument } from '#db/schema';
import { Button } from '~/ui/button';
import { DateText } from '~/ui/date';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { type CalendarDate } from '~/domain/calendar';
import { paths } from '~/paths';

export interface Judged {
  id: string;
  argument: Argument;
  body: string;
  on: CalendarDate;
  initiative: { number: number; title: string };
}

/** What was written, about which plan; never by whom: the text is judged, not the person. */
export function ReactionText({ item }: { item: Judged }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="wk-small wk-soft">
        {t(`initiative.moderation.argument.${item.argument}`)} · <DateText date={item.on} /> ·{' '}
        <Link href={paths.initiative.show(item.initiative.number)}>{item.initiative.title}</Link>
      </p>
      <blockquote className="wk-quote wk-prose--written">{item.body}</blockquote>
    </>
  );
}

interface JudgeFormProps {
  item: Judged;
  error?: string;
  typed?: string;
}

/** Accept in one click, or open the part that asks for a reason and refuse. */
export function JudgeForm({ item, error, typed }: JudgeFormProps) {
  const { t } = useTranslation();
  return (
    <Form reloadDocument noValidate>
      <input type="hidden" name="commentId" value={item.id} />
      <Button name="verdict" value="accept">
        {t('initiative.moderation.accept')}
      </Button>
      <details className="wk-details" open={error !== undefined}>
        <summary>{t('initiative.moderation.refuseThis')}</summary>
        <div className="wk-stack">
          <TextArea
            name="reason"
            id={`reason-${item.id}`}
            label={t('initiative.moderation.reason')}
            help={t('initiative.moderation.reasonHelp')}
            error={error}
            defaultValue={typed}
            rows={2}
            required
          />
          <Button name="verdict" value="refuse" look="secondary">
            {t('initiative.moderation.refuse')}
          </Button>
        </div>
      </details>
    </Form>
  );
}

export function Verdict({ state, reason }: { state: string; reason: string | null }) {
  const { t } = useTranslation();
  const accepted = state === 'accepted';
  return (
    <>
      <Tag tone={accepted ? 'good' : 'bad'}>
        {t(accepted ? 'initiative.moderation.accepted' : 'initiative.moderation.refused')}
      </Tag>
      {reason ? <p>{reason}</p> : null}
    </>
  );
}
