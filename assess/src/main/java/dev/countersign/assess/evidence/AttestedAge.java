package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.policy.Span;
import dev.countersign.attest.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether an attestation is recent enough: {@code max-age: 90d} after the day under a field. */
final class AttestedAge {
  private static final String MAX_AGE = "max-age";
  private static final String DATED = "dated";

  /** The arguments that are about its age. */
  static final Set<String> ARGUMENTS = Set.of(MAX_AGE, DATED);

  private AttestedAge() {}

  /** Why it is too old, or not known to be young; empty where no age is asked for. */
  static Optional<Refuted> doubt(Offer offer, Statement statement) {
    String written = offer.argument(MAX_AGE);
    String field = offer.argument(DATED);
    if (written.isBlank() && field.isBlank()) {
      return Optional.empty();
    }
    Optional<Span> span = Span.parse(written);
    if (span.isEmpty() || field.isBlank()) {
      return Optional.of(
          offer.refuted(
              "The age of " + offer.shown() + " cannot be judged as it is written.",
              "Write max-age as 90d, 8w, 6m or 1y, and as dated the field of the predicate with"
                  + " the day, such as metadata.scanFinishedOn."));
    }
    Optional<LocalDate> made = day(statement, field);
    if (made.isEmpty()) {
      return Optional.of(
          offer.refuted(
              "%s has no day under %s.".formatted(offer.shown(), field),
              "Name as dated the field of its predicate that holds the day or time."));
    }
    return outOfTime(offer, made.get(), span.get());
  }

  private static Optional<Refuted> outOfTime(Offer offer, LocalDate made, Span span) {
    LocalDate today = offer.context().today();
    if (made.isAfter(today)) {
      return Optional.of(
          offer.refuted(
              "%s says that it is of %s, which is to come.".formatted(offer.shown(), made),
              "Set the clock of whoever made it, and have it made again."));
    }
    return span.from(made).isBefore(today)
        ? Optional.of(
            offer.refuted(
                "%s is of %s, and may be %s old.".formatted(offer.shown(), made, span),
                "Have it made again by whoever made it."))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(Statement statement, String field) {
    JsonNode at = statement.predicate();
    for (String name : field.split("\\.", -1)) {
      at = at.path(name);
    }
    return at.isString() ? day(at.stringValue()) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(
          text.length() == "2027-06-30".length()
              ? LocalDate.parse(text)
              : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
