import { type ReactNode } from 'react';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { errorsIn, type Result } from '~/ui/form-errors';

interface AgreeProps {
  result: Result;
  submit: string;
  back: { href: string; label: string };
  /** What the form carries along. */
  children?: ReactNode;
}

/** The button under a preview, and the way back. */
export function Agree({ result, submit, back, children }: AgreeProps) {
  return (
    <Form errors={errorsIn(result)}>
      {children}
      <ButtonGroup>
        <Button>{submit}</Button>
        <ButtonLink look="secondary" href={back.href}>
          {back.label}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
