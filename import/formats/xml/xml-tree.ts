/** A small XML fragment as a tree, however it is written; entities of its own are never expanded. */
import { SaxesParser } from 'saxes';

export type XmlNode = {
  /** Without the namespace's prefix. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
};

// Deeper than any format goes: what lies deeper still keeps its text.
const depthMax = 60;

/** The elements of a fragment. Faults in it are passed over: what can be read is there. */
export function xmlTree(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  let tooDeep = 0;
  const parser = new SaxesParser<{ fragment: true; position: false; xmlns: false }>({
    fragment: true,
    position: false,
    xmlns: false,
  });
  // With a handler that does not throw the parser goes on behind the fault.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > depthMax) {
      tooDeep += 1;
      return;
    }
    const node: XmlNode = { name: name.replace(/^.*:/, ''), attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep -= 1;
    else if (open.length > 1) open.pop();
  });
  const addText = (found: string) => open.at(-1)?.children.push(found);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root;
}

export function childrenOf(node: XmlNode, name?: string): XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element down a path of names. */
export function nodeAt(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = at && childrenOf(at, name)[0];
  return at;
}

/** Every element down a path of names. */
export function nodesAt(node: XmlNode | undefined, ...path: string[]): XmlNode[] {
  return path.reduce(
    (nodes, name) => nodes.flatMap((one) => childrenOf(one, name)),
    node ? [node] : [],
  );
}

/** All text in an element, runs of style put together. */
export function textOf(node: XmlNode | undefined): string {
  if (!node) return '';
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Text wrapped over lines by whoever laid out the file is one line again. */
export function lineOf(node: XmlNode | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** Text set in and wrapped over lines: a blank line ends a paragraph. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** What no format's reader took: every element with text of its own, under its path. */
export function leavesOf(
  node: XmlNode,
  taken: ReadonlySet<XmlNode>,
  path = '',
): [string, string][] {
  return childrenOf(node).flatMap((child): [string, string][] => {
    if (taken.has(child)) return [];
    const type = child.attributes.type ?? child.attributes.app;
    const name = `${path}${child.name}${type ? `[${type}]` : ''}`;
    const elements = childrenOf(child);
    const text = textOf(child).trim();
    // Text beside elements is one text with them.
    const isMixed = child.children.some((one) => typeof one === 'string' && one.trim() !== '');
    if (isMixed || elements.length === 0 || elements.every(isRun))
      return text === '' ? [] : [[name, text]];
    return leavesOf(child, taken, `${name}/`);
  });
}

const isRun = ({ name }: XmlNode) => /^(?:style|i|b|sub|sup|u)$/.test(name);
