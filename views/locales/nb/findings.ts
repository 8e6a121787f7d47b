/** Norwegian Bokmål: findings. */
export const findings = {
  'findings.starting_kind.success_factor': 'Suksessfaktor',
  'findings.starting_kind.risk_or_barrier': 'Risiko eller hindring',
  'findings.starting_kind.recommendation': 'Anbefaling',
};
