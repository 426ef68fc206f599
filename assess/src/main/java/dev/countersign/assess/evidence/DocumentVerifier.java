package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Evidence of kind {@code document}: a file of the repository that a named person has reviewed,
 * bound to its bytes by a SHA-256 and to a last day.
 */
public final class DocumentVerifier implements EvidenceVerifier {
  private static final String KIND = "document";
  private static final List<String> ARGUMENTS = List.of("file", "sha256", "reviewer", "expires");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Made by {@link java.util.ServiceLoader}. */
  public DocumentVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    return malformed(evidence).orElseGet(() -> verify(Document.of(evidence), context));
  }

  private static Optional<EvidenceResult> malformed(Evidence evidence) {
    return missing(evidence).or(() -> unknown(evidence));
  }

  private static Optional<EvidenceResult> missing(Evidence evidence) {
    List<String> missing =
        ARGUMENTS.stream().filter(name -> argument(evidence, name).isBlank()).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String file = argument(evidence, "file");
    return Optional.of(
        refuted(
            "The document lacks " + String.join(", ", missing) + ".",
            "Write document: { file: PATH, sha256: DIGEST, reviewer: WHO, expires: DATE }; the"
                + " digest is what this prints: "
                + (file.isEmpty() ? "sha256sum PATH" : Document.of(evidence).command())));
  }

  private static Optional<EvidenceResult> unknown(Evidence evidence) {
    return evidence.arguments().keySet().stream()
        .filter(Predicate.not(ARGUMENTS::contains))
        .findFirst()
        .map(name ->
            refuted(
                "A document has no argument " + name + ".",
                "Remove it; a document takes " + String.join(", ", ARGUMENTS) + "."));
  }

  private static EvidenceResult verify(Document document, Context context) {
    return untimely(document, context).orElseGet(() -> verifyFile(document, context));
  }

  private static Optional<EvidenceResult> untimely(Document document, Context context) {
    Optional<LocalDate> last = day(document.expires());
    if (last.isEmpty()) {
      return Optional.of(
          refuted(
              document.shown() + " expires on " + document.expires() + ", which is not a day.",
              "Write the day as 2027-06-30."));
    }
    if (context.today().isAfter(last.get())) {
      return Optional.of(
          refuted(
              "The review of " + document.shown() + " expired on " + last.get() + ".",
              "Have it reviewed again, then set expires, and sha256 to what this prints: "
                  + document.command()));
    }
    return last.filter(day -> day.isAfter(context.furthest()))
        .map(day ->
            refuted(
                "The review of %s is said to hold until %s; the policy believes none so long."
                    .formatted(document.shown(), day),
                "Set expires to " + context.furthest() + " or earlier."));
  }

  private static EvidenceResult verifyFile(Document document, Context context) {
    return switch (RepositoryFile.find(document.file(), context)) {
      case RepositoryFile.Refused(var why) ->
          refuted(
              document.shown() + " " + why + ".",
              "Name a file inside the repository, relative to the file that lists the control.");
      case RepositoryFile.Found(var path) -> verifyBytes(document, path, context);
    };
  }

  private static EvidenceResult verifyBytes(Document document, Path path, Context context) {
    try {
      return FileDigest.of(path)
          .map(found -> compare(document, found, context))
          .orElseGet(() -> tooLarge(document));
    } catch (IOException e) {
      return refuted(
          document.shown() + " cannot be read.", "Make it readable to whoever runs the check.");
    }
  }

  private static EvidenceResult tooLarge(Document document) {
    return refuted(
        document.shown() + " is larger than " + (FileDigest.MOST_BYTES >> 20) + " MiB.",
        "Offer the report that a person has read, not the data behind it.");
  }

  private static EvidenceResult compare(Document document, byte[] found, Context context) {
    if (!SHA_256.matcher(document.sha256()).matches()) {
      return refuted(
          "The sha256 of " + document.shown() + " is not 64 hexadecimal digits in lower case.",
          "Set it to what this prints: " + document.command());
    }
    byte[] expected = HexFormat.of().parseHex(document.sha256());
    return MessageDigest.isEqual(expected, found)
        ? verified(document, context)
        : changed(document, found);
  }

  private static EvidenceResult verified(Document document, Context context) {
    return new Verified(
        KIND,
        "%s was reviewed by %s and holds until %s."
            .formatted(document.shown(), document.reviewer(), document.expires()),
        Map.of(
            RepositoryFile.inRepository(document.file(), context), "sha256:" + document.sha256()),
        List.of(),
        List.of());
  }

  private static EvidenceResult changed(Document document, byte[] found) {
    return refuted(
        "%s has changed since its review: expected sha256 %s, found %s."
            .formatted(document.shown(), document.sha256(), HexFormat.of().formatHex(found)),
        "Have it reviewed as it is now, then set sha256 to what this prints: "
            + document.command());
  }

  private static Refuted refuted(String detail, String next) {
    return new Refuted(KIND, detail, next);
  }

  private static String argument(Evidence evidence, String name) {
    return Optional.ofNullable(evidence.arguments().get(name)).map(Argument::text).orElse("");
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A document as offered.
   *
   * @param file as named, relative to the file that names it
   * @param shown the same as the user would type it
   */
  private record Document(
      String file, String shown, String sha256, String reviewer, String expires) {
    static Document of(Evidence evidence) {
      String file = argument(evidence, "file");
      return new Document(
          file,
          RepositoryFile.shown(file, evidence.place()),
          argument(evidence, "sha256"),
          argument(evidence, "reviewer"),
          argument(evidence, "expires"));
    }

    String command() {
      return "sha256sum " + ShellWord.of(shown);
    }
  }
}
