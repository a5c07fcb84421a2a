import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { lettersIn, trimmed } from '~/domain/text';
import { paths } from '~/paths';

const longest = 2000;
const kinds = [
  ['for', 'isFor'],
  ['against', 'isAgainst'],
  ['question', 'isQuestion'],
] as const;

/** Appears with the first letter typed; without JavaScript the help under the label says the limit. */
function Counter({ length }: { length: number }) {
  const { t } = useTranslation();
  const left = longest - length;
  return (
    <p className={left < 0 ? 'wk-counter wk-counter--over' : 'wk-counter'} aria-live="polite">
      {length === 0
        ? null
        : t(left < 0 ? 'initiative.comment.over' : 'initiative.comment.left', { count: Math.abs(left) })}
    </p>
  );
}

interface CommentFormProps {
  number: number;
  values?: { argument?: string; body?: string };
  errors?: { argument?: string; body?: string };
}

/** An argument for, against, or a question. A moderator reads it first. */
export function CommentForm({ number, values, errors }: CommentFormProps) {
  const { t } = useTranslation();
  const [length, setLength] = useState(0);
  return (
    <Form className="wk-stack" reloadDocument action={paths.initiative.comment(number)} noValidate>
      <RadioGroup
        name="argument"
        label={t('initiative.comment.argument')}
        options={kinds.map(([value, key]) => ({ value, label: t(`initiative.comment.${key}`) }))}
        defaultValue={values?.argument}
        error={errors?.argument}
        required
        inline
      />
      <TextArea
        name="body"
        label={t('initiative.comment.body')}
        help={t('initiative.comment.help')}
        defaultValue={values?.body}
        error={errors?.body}
        onInput={(event) => setLength(lettersIn(trimmed(event.currentTarget.value)))}
        required
      />
      <Counter length={length} />
      <p className="wk-soft">{t('initiative.comment.moderated')}</p>
      <Button look="secondary">{t('initiative.comment.send')}</Button>
    </Form>
  );
}
