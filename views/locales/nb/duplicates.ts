/** Norwegian Bokmål: duplicates. */
export const duplicates = {};
