/** Norwegian Bokmål: tables. */
export const tables = {};
