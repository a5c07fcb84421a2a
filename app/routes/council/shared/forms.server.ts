import { email, optionalText, text } from '~/http/fields.server';

const orNull = (value: string | undefined) => (value === undefined || value === '' ? null : value);

/** How a council is called and how it is reached. */
export const detailsShape = {
  name: text(80),
  contactEmail: email().optional().transform(orNull),
  contactText: optionalText(500).transform(orNull),
};
