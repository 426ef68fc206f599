package dev.countersign.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.dsse.Envelope;

/**
 * The pre-authentication encoding of OMS 0.2: by a mistake, Python's notation of the bytes instead
 * of the bytes ({@code pae_compat} in model_signing/_signing/sign_sigstore_pb.py). It says as much
 * as the right one, since the notation is one for every payload, but DSSE does not know it.
 */
final class HistoricalEncoding {
  private HistoricalEncoding() {}

  static byte[] of(Envelope envelope) {
    String type = envelope.payloadType();
    byte[] payload = envelope.payload();
    return "DSSEV1 %d %s %d %s"
        .formatted(type.length(), type, payload.length, notation(payload))
        .getBytes(UTF_8);
  }

  /** {@code repr(bytes)} of Python. */
  private static String notation(byte[] bytes) {
    char quote = contains(bytes, '\'') && !contains(bytes, '"') ? '"' : '\'';
    StringBuilder out = new StringBuilder(bytes.length + 16).append('b').append(quote);
    for (byte one : bytes) {
      append(out, one & 0xff, quote);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int one, char quote) {
    switch (one) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> plain(out, one, quote);
    }
  }

  private static void plain(StringBuilder out, int one, char quote) {
    if (one < ' ' || one > '~') {
      out.append("\\x%02x".formatted(one));
    } else if (one == quote) {
      out.append('\\').append(quote);
    } else {
      out.append((char) one);
    }
  }

  private static boolean contains(byte[] bytes, char character) {
    for (byte one : bytes) {
      if (one == character) {
        return true;
      }
    }
    return false;
  }
}
