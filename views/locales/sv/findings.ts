/** Swedish: findings. */
export const findings = {
  'findings.starting_kind.success_factor': 'Framgångsfaktor',
  'findings.starting_kind.risk_or_barrier': 'Risk eller hinder',
  'findings.starting_kind.recommendation': 'Rekommendation',
};
