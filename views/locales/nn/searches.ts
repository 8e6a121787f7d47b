/** Norwegian Nynorsk: searches. */
export const searches = {};
