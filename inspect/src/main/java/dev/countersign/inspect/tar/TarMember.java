package dev.countersign.inspect.tar;

import dev.countersign.inspect.bytes.Bytes;
import java.util.Locale;

/**
 * A member of a tar.
 *
 * @param name as the last of its headers says; what an attacker chose
 * @param type the letter of its kind, {@code 0} for a file (POSIX.1-2017, pax, "ustar Interchange
 *     Format")
 * @param link where a link leads; empty for other kinds
 * @param header the place of its first header, from 0 in the archive
 * @param plainSize the size in its own header, whatever the extended one says
 * @param content what is in it
 */
record TarMember(String name, char type, String link, long header, long plainSize, Bytes content) {
  boolean file() {
    return type == '0' || type == 0 || type == '7' || type == 'S';
  }

  boolean hardLink() {
    return type == '1';
  }

  boolean symbolicLink() {
    return type == '2';
  }

  boolean device() {
    return type == '3' || type == '4' || type == '6';
  }

  String ending() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
