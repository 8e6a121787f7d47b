/** Norwegian Nynorsk: duplicates. */
export const duplicates = {};
