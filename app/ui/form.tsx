import { getFormProps, useForm } from '@conform-to/react';
import { Form as Posted, type FormProps as PostedProps } from '@remix-run/react';
import { type ReactNode } from 'react';
import { Button } from './button';
import { ErrorSummary, type SummaryError } from './error-summary';
import { errorsIn, type Result } from './form-errors';
import { FormKey } from './form-key';

type FormProps = Omit<PostedProps, 'method'> & {
  /** What is wrong with it. A page that tells this above its heading, or of several forms at once, leaves it out here. */
  errors?: readonly SummaryError[];
};

/** Every form that is posted: its errors on top, what it asks, its buttons and its key. It needs no script. */
export function Form({ errors = [], children, ...rest }: FormProps) {
  return (
    <Posted {...rest} method="post">
      <ErrorSummary errors={errors} />
      {children}
      <FormKey />
    </Posted>
  );
}

type Named = {
  name: string;
  label: string;
  error: string | undefined;
  defaultValue: string | undefined;
  required: true;
};

interface ShortFormProps {
  /** What the action answered when it refused. */
  result: Result;
  submit: string;
  defaultValue?: Record<string, string | undefined>;
  /** The fields; `field(name, label)` gives each its name, label, error and what was typed before. */
  children: (field: (name: string, label: string) => Named) => ReactNode;
}

/** A short form of required answers with one button. */
export function ShortForm({ result, submit, defaultValue, children }: ShortFormProps) {
  const [form, fields] = useForm<Record<string, string>>({ lastResult: result, defaultValue });
  const labels = new Map<string, string>();
  const content = children((name, label) => {
    labels.set(name, label);
    return {
      ...{ name, label, required: true },
      error: fields[name]?.errors?.[0],
      defaultValue: fields[name]?.initialValue,
    };
  });
  const errors = errorsIn({ error: form.allErrors }, (name) => labels.get(name));
  return (
    <Form {...getFormProps(form)} errors={errors} className="wk-stack--wide">
      {content}
      <div>
        <Button>{submit}</Button>
      </div>
    </Form>
  );
}
