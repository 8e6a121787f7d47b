/** Norwegian Bokmål: findings. */
export const findings = {};
