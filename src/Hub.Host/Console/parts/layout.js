/** Documents laid out for people. Only the space between the parts changes: numbers and texts stay as they were written. */

/** JSON with one member on each line; the text itself where it is not JSON. */
export function jsonLines(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const parts = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g);
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return parts.map((part, index) => {
    const isEmpty = '}]'.includes(part) && '{['.includes(parts[index - 1]);
    if ('{['.includes(part)) {
      depth += 1;
      return '}]'.includes(parts[index + 1]) ? part : part + line();
    }
    if ('}]'.includes(part)) {
      depth -= 1;
      return isEmpty ? part : line() + part;
    }
    return part === ',' ? part + line() : part === ':' ? ': ' : part;
  }).join('');
}

/** Whether a media type is text that people can read and edit. */
export const isText = mediaType => /json|xml|^text\//.test(mediaType ?? '');

/** A document as text, laid out. */
export function documentText(bytes, mediaType) {
  const text = new TextDecoder().decode(bytes);
  return mediaType.includes('json') ? jsonLines(text) : text;
}

/** Bytes of base64. */
export const fromBase64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));

/** Base64 of bytes. */
export function toBase64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
