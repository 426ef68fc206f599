package dev.countersign.report.full;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheets and the one script, which the page carries in itself. */
public final class Assets {
  private Assets() {}

  /** The style sheet of the HTML page. */
  public static String screen() {
    return read("screen.css");
  }

  /** The style sheet of the PDF. */
  public static String paper() {
    return read("paper.css");
  }

  /** Searches and folds the register; without it the page reads the same. */
  public static String register() {
    return read("register.js");
  }

  /** The source that a Content-Security-Policy names to allow exactly that script. */
  public static String registerHash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(register().getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
