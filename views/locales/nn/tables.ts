/** Norwegian Nynorsk: tables. */
export const tables = {};
