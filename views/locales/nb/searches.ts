/** Norwegian Bokmål: searches. */
export const searches = {};
