package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Value.Kind;
import dev.countersign.inspect.python.Value.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes what code is hidden with: base64, hexadecimal, compression, rot13. */
final class Decoding {
  private Decoding() {}

  /** The text of bytes, as {@code bytes.decode} gives it. */
  static Value text(Value of, Value charset) {
    String name =
        charset.isText() ? charset.text().toLowerCase(Locale.ROOT).replace('_', '-') : "utf-8";
    return switch (name) {
      case "hex", "hex-codec" -> hex(of);
      case "base64", "base-64", "base64-codec" -> base64(of);
      case "rot13", "rot-13" ->
          of.isText() ? Value.text(rot13(of.text()), of.sources()).from(Source.DECODED) : of;
      case "zip", "zlib", "zlib-codec" -> inflate(of, "zlib");
      case "unicode-escape", "unicode_escape" ->
          of.isText()
              ? Value.text(Escapes.decode(of.text(), false), of.sources()).from(Source.DECODED)
              : of;
      default ->
          of.is(Kind.BYTES)
              ? Value.text(Literal.utf8(of.text()), of.sources())
              : Value.unknown(of.sources());
    };
  }

  static Value base64(Value of) {
    return decoded(
        of,
        text ->
            Base64.getMimeDecoder()
                .decode(
                    text.replace('-', '+')
                        .replace('_', '/')
                        .getBytes(StandardCharsets.ISO_8859_1)));
  }

  static Value hex(Value of) {
    return decoded(of, text -> HexFormat.of().parseHex(text.replaceAll("[\\s:]", "")));
  }

  static Value base85(Value of) {
    return Value.unknown(of.sources()).from(Source.DECODED);
  }

  static Value inflate(Value of, String how) {
    if (!of.is(Kind.BYTES)) {
      return Value.unknown(of.sources()).from(Source.DECODED);
    }
    byte[] packed = of.text().getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream in =
        how.equals("gzip")
            ? new GZIPInputStream(new ByteArrayInputStream(packed))
            : new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] plain = in.readNBytes(Value.LONGEST);
      return Value.bytes(new String(plain, StandardCharsets.ISO_8859_1), of.sources())
          .from(Source.DECODED);
    } catch (IOException broken) {
      return Value.unknown(of.sources()).from(Source.DECODED);
    }
  }

  /** Characters of numbers, as {@code bytes([…])} makes them. */
  static Optional<String> characters(List<Value> items) {
    StringBuilder text = new StringBuilder();
    for (Value item : items) {
      if (!item.is(Kind.INTEGER) || item.number() < 0 || item.number() > 255) {
        return Optional.empty();
      }
      text.append((char) item.number());
    }
    return Optional.of(text.toString());
  }

  private interface Decoder {
    byte[] decode(String text);
  }

  private static Value decoded(Value of, Decoder decoder) {
    if (!of.isText()) {
      return Value.unknown(of.sources()).from(Source.DECODED);
    }
    try {
      byte[] plain = decoder.decode(of.text());
      return Value.bytes(new String(plain, StandardCharsets.ISO_8859_1), of.sources())
          .from(Source.DECODED);
    } catch (IllegalArgumentException broken) {
      return Value.unknown(of.sources()).from(Source.DECODED);
    }
  }

  private static String rot13(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      char base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
      turned.append(base == 0 ? c : (char) (base + (c - base + 13) % 26));
    }
    return turned.toString();
  }
}
