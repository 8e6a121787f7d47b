/** Norwegian Nynorsk: about. */
export const about = {};
