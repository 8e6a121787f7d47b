/** Norwegian Bokmål: reviews. */
export const reviews = {};
