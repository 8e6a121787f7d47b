/** Norwegian Bokmål: evidence. */
export const evidence = {};
