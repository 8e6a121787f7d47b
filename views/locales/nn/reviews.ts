/** Norwegian Nynorsk: reviews. */
export const reviews = {};
