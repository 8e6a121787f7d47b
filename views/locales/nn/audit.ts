/** Norwegian Nynorsk: audit. */
export const audit = {};
