/** Norwegian Bokmål: audit. */
export const audit = {};
