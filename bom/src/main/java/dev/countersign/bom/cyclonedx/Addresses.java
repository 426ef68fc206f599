package dev.countersign.bom.cyclonedx;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses and paths as the schema takes them: valid references by RFC 3986. */
final class Addresses {
  private Addresses() {}

  /** The reference, with everything escaped that may not stand in one. */
  static String of(String hostile) {
    try {
      return new URI(hostile).toASCIIString();
    } catch (URISyntaxException wrong) {
      return escaped(hostile);
    }
  }

  private static String escaped(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException impossible) {
      return "";
    }
  }
}
