/** Norwegian Nynorsk: screening. */
export const screening = {};
