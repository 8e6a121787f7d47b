/** Norwegian Bokmål: about. */
export const about = {};
