package dev.countersign.cli.schema;

import dev.countersign.model.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The published schemas. */
public enum Schema {
  /** Of {@code countersign.yaml}. */
  MODEL,
  /** Of {@code countersign-policy.yaml}. */
  POLICY("countersign-policy-1"),
  /** Of {@code countersign-trust.yaml}. */
  TRUST("countersign-trust-1"),
  /** Of {@code gateway.yaml}. */
  GATEWAY("gateway-1"),
  /** Of a line of the inference log. */
  INFERENCE_LOG("inference-log-1"),
  /** Of the output of {@code check --format json}. */
  CHECK("check-1"),
  /** Of the output of {@code diff --format json}. */
  DIFF("diff-1"),
  /** Of the output of {@code maturity --format json}. */
  MATURITY("maturity-1"),
  /** Of the output of {@code status --format json}. */
  STATUS("status-1"),
  /** Of the output of {@code verify --format json}. */
  VERIFY("verify-1"),
  /** Of the output of {@code inspect --format json}. */
  INSPECT("inspect-1"),
  /** Of the output of {@code discover --format json}. */
  DISCOVER("discover-1"),
  /** Of the output of {@code bom --score --format json}. */
  BOM("bom-score-1"),
  /** Of the output of {@code guard check --format json}. */
  GUARD_CHECK("guard-check-1"),
  /** Of the output of {@code guard fit --format json}. */
  GUARD_FIT("guard-fit-1"),
  /** Of the output of {@code guard prompt --format json}. */
  GUARD_PROMPT("guard-prompt-1"),
  /** Of the output of {@code guard prompts --format json}. */
  GUARD_PROMPTS("guard-prompts-1"),
  /** Of the output of {@code guard replay --format json}. */
  GUARD_REPLAY("guard-replay-1"),
  /** Of the output of {@code guard score --format json}. */
  GUARD_SCORE("guard-score-1"),
  /** Of the predicate of a sign-off. */
  SIGN_OFF("sign-off-1"),
  /** Of the predicate of a scan. */
  ARTEFACT_SCAN("artefact-scan-1"),
  /** Of the predicate of what a gate decides by. */
  GUARD_PROFILE("guard-profile-1"),
  /** Of the predicate of a guard's sign of life. */
  GUARD_HEARTBEAT("guard-heartbeat-1"),
  /** Of an alert of {@code watch}. */
  WATCH_ALERT("watch-alert-1"),
  /** Of the predicate of a monitor's sign of life. */
  WATCH_HEARTBEAT("watch-heartbeat-1");

  private final Optional<String> file;

  Schema() {
    this.file = Optional.empty();
  }

  Schema(String name) {
    this.file = Optional.of(name + ".schema.json");
  }

  /** Its text. */
  public String text() {
    return file.map(Schema::published).orElseGet(JsonSchema::text);
  }

  /** The word for it on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String published(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build of Countersign lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
