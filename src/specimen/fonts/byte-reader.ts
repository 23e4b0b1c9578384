/** Reads big-endian numbers one after another, as font files hold them. Throws `RangeError` beyond the end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.#bytes.readUInt8(this.#step(1));
  }

  u16(): number {
    return this.#bytes.readUInt16BE(this.#step(2));
  }

  i16(): number {
    return this.#bytes.readInt16BE(this.#step(2));
  }

  u32(): number {
    return this.#bytes.readUInt32BE(this.#step(4));
  }

  take(length: number): Buffer {
    const start = this.#step(length);
    if (this.#at > this.#bytes.length) throw new RangeError('The font ends too early.');
    return this.#bytes.subarray(start, this.#at);
  }

  /** UIntBase128: seven bits a byte, most significant first (WOFF 2.0 §4.1). */
  base128(): number {
    let value = 0;
    for (let count = 0; count < 5; count++) {
      const byte = this.u8();
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new RangeError('A length in the font is too long.');
  }

  /** 255UInt16: one to three bytes (WOFF 2.0 §4.1). */
  packedU16(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 254) return this.u8() + 506;
    return code === 255 ? this.u8() + 253 : code;
  }

  #step(length: number): number {
    const start = this.#at;
    this.#at += length;
    return start;
  }
}
