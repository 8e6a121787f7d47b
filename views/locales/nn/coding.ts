/** Norwegian Nynorsk: coding. */
export const coding = {};
