/** Signing in and out, invitations, one's own account, the people of the installation. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import {
  emptyAsNull,
  formProblems,
  type Problem,
  RequiredText,
  Ticked,
} from '../platform/forms.ts';
import { contextOf, openContextOf, rememberLocale } from '../platform/sessions.ts';
import * as invitations from './invitations.ts';
import { accountPage, invitationPage, peoplePage, signInPage } from './page.ts';
import * as people from './people.ts';

/** Only addresses of this site, so that a link cannot send a person who signs in elsewhere. */
const Next = z
  .string()
  .regex(/^\/(?!\/)/)
  .catch('/')
  .default('/');
const Email = z.email('problem.email').max(254, 'problem.too_long');
const NewPassword = z
  .string('problem.required')
  .min(10, 'problem.password')
  .max(200, 'problem.too_long');
const Id = z.coerce.number().int().positive();
const Token = z.object({ token: z.string().max(200) });

const SignInForm = z.object({ email: Email, password: RequiredText(200), next: Next });
const AccountForm = z.object({ name: RequiredText(200), locale: z.enum(locales) });
const PasswordForm = z.object({ current: RequiredText(200), next: NewPassword });
const NewAccountForm = z.object({
  email: Email,
  name: RequiredText(200),
  password: NewPassword,
});
const InviteForm = z.object({ email: emptyAsNull(Email), makesAdministrator: Ticked });

export const accountsRoutes: FastifyPluginAsyncZod = async (app) => {
  const attempts = { max: app.config.signInAttemptsMax, timeWindow: '15 minutes' };

  app.get(
    '/sign-in',
    { config: { access: 'public' }, schema: { querystring: z.object({ next: Next }) } },
    (request, reply) => showSignIn(request, reply, request.query.next),
  );

  app.post(
    '/sign-in',
    {
      config: { access: 'public', rateLimit: attempts },
      schema: { body: SignInForm },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        const { next, email } = request.body as { next?: string; email?: string };
        return showSignIn(request, reply.code(422), Next.parse(next), problems, email);
      },
    },
    async (request, reply) => {
      const { email, password, next } = request.body;
      const personId = await people.signIn(openContextOf(request), email, password);
      startSession(request, reply, personId);
      return reply.redirect(next, 303);
    },
  );

  app.post('/sign-out', { config: { access: 'public' } }, (request, reply) => {
    if (request.person) app.sessionTokens.end(reply, request.person.sessionId, request.at);
    return reply.redirect('/', 303);
  });

  app.post(
    '/language',
    {
      config: { access: 'public' },
      schema: { body: z.object({ locale: z.enum(locales), next: Next }) },
    },
    (request, reply) => {
      rememberLocale(reply, request.body.locale);
      return reply.redirect(request.body.next, 303);
    },
  );

  app.get(
    '/invitations/:token',
    { config: { access: 'public' }, schema: { params: Token } },
    (request, reply) => showInvitation(request, reply, request.params.token),
  );

  app.post(
    '/invitations/:token',
    {
      config: { access: 'public', rateLimit: attempts },
      schema: { params: Token, body: NewAccountForm },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        const { token } = request.params as { token: string };
        const typed = request.body as Record<string, string>;
        return showInvitation(request, reply.code(422), token, problems, typed);
      },
    },
    async (request, reply) => {
      const account = { ...request.body, locale: request.locale };
      const personId = await invitations.acceptWithNewAccount(
        openContextOf(request),
        app.sessionTokens.hash,
        request.params.token,
        account,
      );
      startSession(request, reply, personId);
      return reply.redirect('/reviews?notice=welcome', 303);
    },
  );

  app.post(
    '/invitations/:token/join',
    { config: { access: 'signed_in' }, schema: { params: Token } },
    (request, reply) => {
      const context = contextOf(request);
      const { token } = request.params;
      const { hash } = app.sessionTokens;
      invitations.acceptAsPerson(context, hash, token, context.actor.personId);
      return reply.redirect('/reviews?notice=joined', 303);
    },
  );

  app.get('/account', { config: { access: 'signed_in' } }, showAccount);

  app.post(
    '/account',
    {
      config: { access: 'signed_in' },
      schema: { body: AccountForm },
      errorHandler: showAccountAgain,
    },
    (request, reply) => {
      const context = contextOf(request);
      people.changeDetails(context, context.actor.personId, request.body);
      rememberLocale(reply, request.body.locale);
      return reply.redirect('/account?notice=saved', 303);
    },
  );

  app.post(
    '/account/password',
    {
      config: { access: 'signed_in', rateLimit: attempts },
      schema: { body: PasswordForm },
      errorHandler: showAccountAgain,
    },
    async (request, reply) => {
      const context = contextOf(request);
      const { personId } = context.actor;
      const sessionId = request.person?.sessionId ?? 0;
      await people.changePassword(context, { personId, sessionId }, request.body);
      return reply.redirect('/account?notice=saved', 303);
    },
  );

  app.post(
    '/account/sessions/:session/end',
    { config: { access: 'signed_in' }, schema: { params: z.object({ session: Id }) } },
    (request, reply) => {
      const context = contextOf(request);
      people.endSession(context, context.actor.personId, request.params.session);
      return reply.redirect('/account?notice=session_ended', 303);
    },
  );

  app.get('/people', { config: { access: 'administrator' } }, (request, reply) =>
    showPeople(request, reply, null),
  );

  app.post(
    '/people/invitations',
    { config: { access: 'administrator' }, schema: { body: InviteForm } },
    (request, reply) => {
      const input = { ...request.body, reviewId: null, role: null, mayAdjudicate: false };
      const { hash } = app.sessionTokens;
      const days = app.config.invitationDays;
      const { token } = invitations.invite(contextOf(request), hash, input, days);
      // The link can be shown only now: afterwards nobody knows the token.
      return showPeople(request, reply, invitationLink(request, token));
    },
  );

  app.post(
    '/people/:person/link',
    { config: { access: 'administrator' }, schema: { params: z.object({ person: Id }) } },
    (request, reply) => {
      const nothing = { email: null, reviewId: null, role: null, mayAdjudicate: false };
      const input = { ...nothing, makesAdministrator: false, personId: request.params.person };
      const { hash } = app.sessionTokens;
      const days = app.config.invitationDays;
      const { token } = invitations.invite(contextOf(request), hash, input, days);
      return showPeople(request, reply, invitationLink(request, token));
    },
  );

  app.post(
    '/people/invitations/:invitation/withdraw',
    { config: { access: 'administrator' }, schema: { params: z.object({ invitation: Id }) } },
    (request, reply) => {
      invitations.withdrawInvitation(contextOf(request), request.params.invitation, null);
      return reply.redirect('/people?notice=withdrawn', 303);
    },
  );

  app.post(
    '/people/:person/close',
    { config: { access: 'administrator' }, schema: { params: z.object({ person: Id }) } },
    (request, reply) => {
      people.closeAccount(contextOf(request), request.params.person);
      return reply.redirect('/people?notice=account_closed', 303);
    },
  );
};

/** The whole address of an invitation, to be sent to the invited person. */
export function invitationLink(request: FastifyRequest, token: string): string {
  const base = request.server.config.baseUrl ?? `${request.protocol}://${request.host}`;
  return `${base}/invitations/${token}`;
}

function startSession(request: FastifyRequest, reply: FastifyReply, personId: number): void {
  const agent = request.headers['user-agent'] ?? '';
  request.server.sessionTokens.start(reply, personId, request.at, agent);
}

function showSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
  problems: Problem[] = [],
  email = '',
) {
  return reply.page('accounts/sign-in', signInPage(request.locale, { next, email }, problems));
}

function showInvitation(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  problems: Problem[] = [],
  typed: Record<string, string> = {},
) {
  const { db, sessionTokens } = request.server;
  const invited = invitations.findInvitation(db, sessionTokens.hash, token, request.at);
  const model = invitationPage(request.locale, { token, invited, typed }, request.person, problems);
  return reply.page('accounts/invitation', model);
}

function showAccount(request: FastifyRequest, reply: FastifyReply) {
  return showAccountWith(request, reply, []);
}

function showAccountAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showAccountWith(request, reply.code(422), problems);
}

function showAccountWith(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { person, at, locale } = request;
  const sessions = people.openSessions(request.server.db, person?.id ?? 0, at);
  return reply.page('accounts/account', accountPage(locale, person, sessions, problems));
}

function showPeople(request: FastifyRequest, reply: FastifyReply, link: string | null) {
  const { db } = request.server;
  const open = invitations.openInvitations(db, null, request.at);
  return reply.page(
    'accounts/people',
    peoplePage(
      request.locale,
      { accounts: people.people(db), named: people.namedPeople(db) },
      open,
      link,
      request.person?.id ?? 0,
    ),
  );
}
