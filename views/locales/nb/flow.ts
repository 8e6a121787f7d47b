/** Norwegian Bokmål: flow. */
export const flow = {};
