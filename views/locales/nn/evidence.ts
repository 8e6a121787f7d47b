/** Norwegian Nynorsk: evidence. */
export const evidence = {};
