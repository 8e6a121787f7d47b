/** Norwegian Nynorsk: flow. */
export const flow = {};
