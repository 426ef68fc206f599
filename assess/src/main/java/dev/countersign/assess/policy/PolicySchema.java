package dev.countersign.assess.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (2020-12) of {@code countersign-policy.yaml}, for editors. */
public final class PolicySchema {
  private static final String RESOURCE = "countersign-policy-1.schema.json";

  private PolicySchema() {}

  /** The schema as it is published. */
  public static String text() {
    try (InputStream in = PolicySchema.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
