// A text and its choices as the fragment of an address, which a browser keeps to itself.

const longestText = 1 << 20;

function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

// Everything a stream gives, up to a limit: a few bytes can unpack to gigabytes.
async function collect(stream, limit) {
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

function through(bytes, stream) { return new Blob([bytes]).stream().pipeThrough(stream); }

// The fragment of a text and its choices, `#z=…&detail=operations`.
export async function fragment(text, choices) {
  const parameters = new URLSearchParams();
  if (globalThis.CompressionStream) {
    const packed = through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
    parameters.set("z", toBase64(await collect(packed, 2 * longestText)));
  } else {
    parameters.set("t", text);
  }
  for (const [name, value] of choices) parameters.set(name, value);
  return `#${parameters}`;
}

// The text and the choices of a fragment; null if it holds no text. Throws on a broken one.
export async function parse(hash) {
  const parameters = new URLSearchParams(hash.slice(1));
  const packed = parameters.get("z");
  let text = parameters.get("t");
  if (packed !== null) {
    const stream = through(fromBase64(packed), new DecompressionStream("deflate-raw"));
    const bytes = await collect(stream, longestText);
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  }
  if (text === null) return null;
  if (text.length > longestText) throw new RangeError("too long");
  parameters.delete("z");
  parameters.delete("t");
  return { text, choices: parameters };
}
