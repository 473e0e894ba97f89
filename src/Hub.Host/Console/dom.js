/** Elements without markup in strings: what the API answers is always text, never HTML. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element. Properties that begin with "on" are listeners, `style` is an object of custom properties,
 * true and false set or leave out an attribute, null leaves it out.
 */
export const h = (tag, properties = {}, ...children) => build(document.createElement(tag), properties, children);

/** An SVG element. */
export const s = (tag, properties = {}, ...children) => build(document.createElementNS(SVG, tag), properties, children);

/** Puts new content in the place of the old. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

function build(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : String(value));
  }
  element.append(...flat(children));
  return element;
}

const flat = children => children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false);
