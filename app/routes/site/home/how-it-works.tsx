import { useTranslation } from 'react-i18next';
import { DecideDrawing, IdeaDrawing, MoneyDrawing, SupportDrawing } from './drawings';
import { Heading } from '~/ui/heading';

const steps = [
  ['idea', IdeaDrawing],
  ['support', SupportDrawing],
  ['decide', DecideDrawing],
  ['money', MoneyDrawing],
] as const;

/** From idea to money in four steps, each with its drawing. */
export function HowItWorks() {
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-stack--wide">
      <Heading level={2}>{t('area.home.how')}</Heading>
      <ol className="wk-steps">
        {steps.map(([step, Drawing]) => (
          <li key={step}>
            <Drawing />
            <Heading level={3}>{t(`area.home.steps.${step}.title`)}</Heading>
            <p>{t(`area.home.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
