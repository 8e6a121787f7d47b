/** The team of a review: its members and their roles, and the links that invite more. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../schema/accounts.ts';
import { invite, openInvitations, withdrawInvitation } from '../accounts/invitations.ts';
import { addMember, membersOf, removeMember } from '../accounts/members.ts';
import { invitationLink } from '../accounts/routes.ts';
import { notFound } from '../errors.ts';
import { emptyAsNull, formProblems, type Problem, Ticked } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { teamPage } from './team-page.ts';

const path = '/reviews/:review/team';
const Params = z.object({ review: z.string() });
const Id = z.coerce.number().int().positive();
const MemberParams = Params.extend({ person: Id });
const RoleForm = z.object({ role: z.enum(roles), mayAdjudicate: Ticked });
const Email = z.email('problem.email').max(254, 'problem.too_long');
const InviteForm = RoleForm.extend({ email: emptyAsNull(Email) });

export const teamRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(path, { config: { access: 'owner' }, schema: { params: Params } }, (request, reply) =>
    showTeam(request, reply),
  );

  app.get(
    `${path}.json`,
    { config: { access: 'owner' }, schema: { params: Params } },
    (request) => {
      const { id } = reviewOf(request);
      return {
        members: membersOf(app.db, id),
        invitations: openInvitations(app.db, id, request.at),
      };
    },
  );

  app.post(
    `${path}/members/:person`,
    {
      config: { access: 'owner' },
      schema: { params: MemberParams, body: RoleForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { person: personId } = request.params;
      if (!membersOf(app.db, reviewId).some((member) => member.personId === personId))
        throw notFound();
      addMember(contextOf(request), { reviewId, personId, ...rightsFrom(request.body) });
      return reply.redirect(`/reviews/${slug}/team?notice=saved`, 303);
    },
  );

  app.post(
    `${path}/members/:person/remove`,
    { config: { access: 'owner' }, schema: { params: MemberParams }, errorHandler: showAgain },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      removeMember(contextOf(request), id, request.params.person);
      return reply.redirect(`/reviews/${slug}/team?notice=member_removed`, 303);
    },
  );

  app.post(
    `${path}/invitations`,
    {
      config: { access: 'owner' },
      schema: { params: Params, body: InviteForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { email } = request.body;
      const reviewId = reviewOf(request).id;
      const rights = { ...rightsFrom(request.body), makesAdministrator: false };
      const { hash } = app.sessionTokens;
      const days = app.config.invitationDays;
      const input = { email: email ?? null, reviewId, ...rights };
      const { token } = invite(contextOf(request), hash, input, days);
      // The link can be shown only now: afterwards nobody knows the token.
      return showTeam(request, reply, { link: invitationLink(request, token), problems: [] });
    },
  );

  app.post(
    `${path}/invitations/:invitation/withdraw`,
    { config: { access: 'owner' }, schema: { params: Params.extend({ invitation: Id }) } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      withdrawInvitation(contextOf(request), request.params.invitation, id);
      return reply.redirect(`/reviews/${slug}/team?notice=withdrawn`, 303);
    },
  );
};

/** A reader judges nothing, so there is nothing for a reader to settle. */
function rightsFrom({ role, mayAdjudicate }: z.infer<typeof RoleForm>) {
  return { role, mayAdjudicate: role !== 'reader' && mayAdjudicate };
}

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showTeam(request, reply.code(422), { link: null, problems });
}

function showTeam(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { link: string | null; problems: Problem[] } = { link: null, problems: [] },
) {
  const { db } = request.server;
  const review = reviewOf(request);
  const invitations = openInvitations(db, review.id, request.at);
  const team = { slug: review.slug, members: membersOf(db, review.id), invitations };
  const model = teamPage(request.locale, team, request.person?.id ?? 0, shown);
  return reply.page('reviews/team', model, { section: 'team' });
}
