import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { Heading } from '~/ui/heading';

export type TextPageName = 'about' | 'accessibility' | 'privacy';

interface TextPageProps {
  name: TextPageName;
  contact: string;
  /** In whose name it speaks, as it stands in a sentence. */
  gemeente: string;
  /** Behind its last part. */
  children?: ReactNode;
}

/** A page of text: what it is about, and its parts. The contact address in it can be followed. */
export function TextPage({ name, contact, gemeente, children }: TextPageProps) {
  const { t } = useTranslation();
  const { title, intro, parts } = t(`pages.${name}`, { returnObjects: true, contact, gemeente });
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={title}>{intro}</PageHead>
      <div className="wk-stack--wide">
        {parts.map(({ heading, body }) => (
          <section key={heading} className="wk-stack">
            <Heading level={2}>{heading}</Heading>
            {body.map((paragraph) => (
              <p key={paragraph}>
                <WithAddress text={paragraph} contact={contact} />
              </p>
            ))}
          </section>
        ))}
        {children}
      </div>
    </div>
  );
}

function WithAddress({ text, contact }: { text: string; contact: string }) {
  return text.split(contact).map((part, index) => (
    <Fragment key={part}>
      {index > 0 ? (
        <a className="utrecht-link" href={`mailto:${contact}`}>
          {contact}
        </a>
      ) : null}
      {part}
    </Fragment>
  ));
}
