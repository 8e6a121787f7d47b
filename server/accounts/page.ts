/** What the pages about accounts may show. */
import { type Locale, locales } from '../../schema/columns.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { translate } from '../platform/i18n.ts';
import type { SignedIn } from '../platform/sessions.ts';
import type { findInvitation, openInvitations } from './invitations.ts';
import type { namedPeople, openSessions, people } from './people.ts';

export function signInPage(
  locale: Locale,
  form: { next: string; email: string },
  problems: Problem[],
) {
  return {
    title: translate(locale, 'sign_in.title'),
    form,
    problems: problemsByField(problems, ['', 'email', 'password']),
  };
}

export function invitationPage(
  locale: Locale,
  invitation: {
    token: string;
    invited: ReturnType<typeof findInvitation>;
    typed: Record<string, string>;
  },
  person: SignedIn | null,
  problems: Problem[],
) {
  const { token, invited, typed } = invitation;
  return {
    title: translate(locale, 'invitation.title'),
    token,
    invited,
    signedInAs: person?.name ?? null,
    /** The link makes its bearer somebody who is named already: nobody can be two. */
    isForOther: person !== null && invited.personId !== null,
    form: {
      email: typed.email ?? invited.email ?? '',
      name: typed.name ?? invited.personName ?? '',
    },
    problems: problemsByField(problems, ['', 'email', 'name', 'password']),
  };
}

export function accountPage(
  locale: Locale,
  person: SignedIn | null,
  sessions: ReturnType<typeof openSessions>,
  problems: Problem[],
) {
  return {
    title: translate(locale, 'account.title'),
    email: person?.email ?? '',
    name: person?.name ?? '',
    languages: locales.map((code) => ({ code, isCurrent: code === (person?.locale ?? locale) })),
    sessions: sessions.map((row) => ({ ...row, isThis: row.id === person?.sessionId })),
    problems: problemsByField(problems, ['', 'name', 'current', 'next']),
  };
}

export function peoplePage(
  locale: Locale,
  everybody: { accounts: ReturnType<typeof people>; named: ReturnType<typeof namedPeople> },
  invitations: ReturnType<typeof openInvitations>,
  link: string | null,
  ownId: number,
) {
  return {
    title: translate(locale, 'people.title'),
    people: everybody.accounts.map((row) => ({ ...row, isSelf: row.id === ownId })),
    named: everybody.named,
    invitations,
    link,
  };
}
