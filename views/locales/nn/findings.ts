/** Norwegian Nynorsk: findings. */
export const findings = {};
