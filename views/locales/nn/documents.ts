/** Norwegian Nynorsk: documents. */
export const documents = {};
