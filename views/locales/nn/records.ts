/** Norwegian Nynorsk: records. */
export const records = {};
