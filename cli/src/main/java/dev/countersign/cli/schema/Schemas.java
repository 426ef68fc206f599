package dev.countersign.cli.schema;

import dev.countersign.model.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published schemas, as text. */
public final class Schemas {
  private Schemas() {}

  /** Of {@code countersign.yaml}. */
  public static String model() {
    return JsonSchema.text();
  }

  /** Of {@code countersign-policy.yaml}. */
  public static String policy() {
    return published("countersign-policy-1.schema.json");
  }

  /** Of {@code countersign-trust.yaml}. */
  public static String trust() {
    return published("countersign-trust-1.schema.json");
  }

  /** Of the output of {@code check --format json}. */
  public static String check() {
    return published("check-1.schema.json");
  }

  /** Of the output of {@code diff --format json}. */
  public static String diff() {
    return published("diff-1.schema.json");
  }

  /** Of the output of {@code maturity --format json}. */
  public static String maturity() {
    return published("maturity-1.schema.json");
  }

  /** Of the output of {@code verify --format json}. */
  public static String verify() {
    return published("verify-1.schema.json");
  }

  /** Of the predicate of a sign-off. */
  public static String signOff() {
    return published("sign-off-1.schema.json");
  }

  /** Of the output of {@code status --format json}. */
  public static String status() {
    return published("status-1.schema.json");
  }

  /** Of the output of {@code discover --format json}. */
  public static String discover() {
    return published("discover-1.schema.json");
  }

  /** Of the output of {@code inspect --format json}. */
  public static String inspect() {
    return published("inspect-1.schema.json");
  }

  /** Of the output of {@code bom --score --format json}. */
  public static String bom() {
    return published("bom-score-1.schema.json");
  }

  /** Of the predicate of a scan. */
  public static String artefactScan() {
    return published("artefact-scan-1.schema.json");
  }

  /** Of the predicate of what a gate decides by. */
  public static String guardProfile() {
    return published("guard-profile-1.schema.json");
  }

  /** Of the predicate of a guard's sign of life. */
  public static String guardHeartbeat() {
    return published("guard-heartbeat-1.schema.json");
  }

  /** Of {@code gateway.yaml}. */
  public static String gateway() {
    return published("gateway-1.schema.json");
  }

  /** Of a line of the inference log. */
  public static String inferenceLog() {
    return published("inference-log-1.schema.json");
  }

  private static String published(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build of Countersign lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
