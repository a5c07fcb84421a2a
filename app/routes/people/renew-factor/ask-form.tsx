import { useTranslation } from 'react-i18next';
import { TextArea } from '~/ui/field';
import { type Result } from '~/ui/form-errors';
import { ActOnPerson } from '../shared/act-on-person';

interface AskFormProps {
  id: string;
  called: string;
  title: string;
  result: Result;
}

/** The first of two: what asking means, and why it is asked. */
export function AskForm(props: AskFormProps) {
  const { t } = useTranslation();
  const name = props.called;
  return (
    <ActOnPerson
      {...props}
      crumb={t('roster.factor.link')}
      intro={t('roster.factor.intro', { name })}
      means={[t('roster.factor.means.two'), t('roster.factor.means.until')]}
      submit={t('roster.factor.submit')}
    >
      {(field) => (
        <>
          <input type="hidden" name="intent" value="ask" />
          <TextArea
            {...field('reason', t('roster.factor.reason'))}
            help={t('roster.factor.reasonHelp')}
            rows={3}
          />
        </>
      )}
    </ActOnPerson>
  );
}
