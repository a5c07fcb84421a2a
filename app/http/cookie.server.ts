import { createCookie } from '@remix-run/node';
import { type Purpose, vaultOf } from './seal.server';
import { type Visit } from './visit.server';

/** A `__Host-` cookie whose contents only this site can read or make. */
export function sealedCookie(name: string, purpose: Purpose, maxAge: number) {
  const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
  const cookie = createCookie(`__Host-${name}`, options);
  return {
    read: async ({ request, site }: Visit): Promise<Record<string, string> | null> => {
      const sent: unknown = await cookie.parse(request.headers.get('Cookie'));
      const text = typeof sent === 'string' ? vaultOf(site.secret).open(purpose, sent) : null;
      return text === null ? null : (JSON.parse(text) as Record<string, string>);
    },
    write: async ({ loadContext: context, site }: Visit, value: Record<string, string>) => {
      const sealed = vaultOf(site.secret).seal(purpose, JSON.stringify(value));
      context.setCookie(await cookie.serialize(sealed, { maxAge }));
    },
    clear: async ({ loadContext: context }: Visit) =>
      context.setCookie(await cookie.serialize('', { maxAge: 0 })),
  };
}
