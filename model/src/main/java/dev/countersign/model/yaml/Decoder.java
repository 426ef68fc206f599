package dev.countersign.model.yaml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Turns bytes into text, strictly: a byte that means nothing is a problem, not a question mark. */
final class Decoder {
  private Decoder() {}

  static Optional<String> decode(String name, byte[] content, Problems problems) {
    if (startsWith(content, 0xFF, 0xFE, 0, 0) || startsWith(content, 0, 0, 0xFE, 0xFF)) {
      return refuse(Span.start(name), "the file is UTF-32", problems);
    }
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return decode(name, content, 3, UTF_8, problems);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return decode(name, content, 2, UTF_16LE, problems);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return decode(name, content, 2, UTF_16BE, problems);
    }
    if (content.length >= 2 && (content[0] == 0) != (content[1] == 0)) {
      return refuse(
          Span.start(name), "the file looks like UTF-16 without a byte order mark", problems);
    }
    return decode(name, content, 0, UTF_8, problems);
  }

  /** The index of the first character that YAML 1.2 does not allow in a file, or -1. */
  static int firstUnprintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t') {
        continue;
      }
      int point = text.codePointAt(i);
      if (!isPrintable(point)) {
        return i;
      }
      i += Character.charCount(point) - 1;
    }
    return -1;
  }

  private static boolean isPrintable(int point) {
    return point == 0x85
        || point >= 0xA0 && point < Character.MIN_SURROGATE
        || point >= 0xE000 && point <= 0xFFFD
        || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  private static Optional<String> decode(
      String name, byte[] content, int skip, Charset charset, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(content, skip, content.length - skip);
    CharBuffer out = CharBuffer.allocate(content.length - skip);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return Optional.of(text);
    }
    String what =
        "the byte 0x%02X is not %s".formatted(content[in.position()] & 0xFF, charset.name());
    return refuse(new SourceText(name, text).spanAt(text.length()), what, problems);
  }

  private static Optional<String> refuse(Span at, String what, Problems problems) {
    problems.add("encoding", at, what, "UTF-8", "Save the file as UTF-8.");
    return Optional.empty();
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
