/** Norwegian Bokmål: documents. */
export const documents = {};
