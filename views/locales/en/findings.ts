/** English: findings. */
export const findings = {
  'findings.starting_kind.success_factor': 'Success factor',
  'findings.starting_kind.risk_or_barrier': 'Risk or barrier',
  'findings.starting_kind.recommendation': 'Recommendation',
} as const;
