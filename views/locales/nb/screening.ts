/** Norwegian Bokmål: screening. */
export const screening = {};
