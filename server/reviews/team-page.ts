/** What the page about a review's team may show. */
import { type Role, roles } from '../../schema/accounts.ts';
import type { Locale } from '../../schema/columns.ts';
import type { openInvitations } from '../accounts/invitations.ts';
import type { membersOf } from '../accounts/members.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { translate } from '../platform/i18n.ts';

export function teamPage(
  locale: Locale,
  team: {
    slug: string;
    members: ReturnType<typeof membersOf>;
    invitations: ReturnType<typeof openInvitations>;
  },
  ownId: number,
  { link, problems }: { link: string | null; problems: Problem[] },
) {
  const choices = (current: Role) =>
    roles.map((value) => ({
      value,
      text: translate(locale, `role.${value}`),
      isCurrent: value === current,
    }));
  const byField = problemsByField(problems, ['', 'email', 'role']);
  return {
    title: translate(locale, 'team.title'),
    slug: team.slug,
    link,
    members: team.members.map((member) => ({
      ...member,
      isSelf: member.personId === ownId,
      roles: choices(member.role),
    })),
    invitations: team.invitations,
    roles: choices('reviewer'),
    problems: { email: byField.email, form: byField[''] ?? byField.role },
  };
}
