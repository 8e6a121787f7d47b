/** Swedish: findings. */
export const findings = {};
