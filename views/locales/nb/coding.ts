/** Norwegian Bokmål: coding. */
export const coding = {};
