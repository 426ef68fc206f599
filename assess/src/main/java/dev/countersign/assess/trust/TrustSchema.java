package dev.countersign.assess.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (2020-12) of {@code countersign-trust.yaml}, for editors. */
public final class TrustSchema {
  private static final String RESOURCE = "countersign-trust-1.schema.json";

  private TrustSchema() {}

  /** The schema as it is published. */
  public static String text() {
    try (InputStream in = TrustSchema.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
