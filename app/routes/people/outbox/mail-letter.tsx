import { useTranslation } from 'react-i18next';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { calendarDateIn } from '~/domain/calendar';

interface MailLetterProps {
  recipient: string;
  /** The language it was written in. */
  lang: 'nl' | 'en';
  subject: string;
  /** Paragraphs with an empty line between; null once the letter was sent. */
  body: string | null;
  createdAt: Date;
}

/** A letter as its reader gets it: the summary in a box, then the rest. Addresses in it can be followed. */
export function MailLetter({ recipient, lang, subject, body, createdAt }: MailLetterProps) {
  const { t } = useTranslation();
  const [summary, ...rest] = body?.split('\n\n') ?? [t('people.outbox.sent')];
  return (
    <li className="wk-letter wk-stack">
      <Heading level={2} lang={lang}>
        {subject}
      </Heading>
      <p className="wk-soft wk-small">
        {t('people.outbox.to', { recipient })} · <DateText date={calendarDateIn(createdAt)} />
      </p>
      <p className="wk-letter__summary" lang={body === null ? undefined : lang}>
        <Linked text={summary ?? ''} />
      </p>
      {rest.map((paragraph) => (
        <p key={paragraph} className="wk-prose--written" lang={lang}>
          <Linked text={paragraph} />
        </p>
      ))}
    </li>
  );
}

function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} className="utrecht-link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
