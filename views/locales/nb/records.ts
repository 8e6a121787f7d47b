/** Norwegian Bokmål: records. */
export const records = {};
