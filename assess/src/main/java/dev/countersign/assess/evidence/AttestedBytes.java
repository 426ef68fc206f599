package dev.countersign.assess.evidence;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.model.ControlClaim.Argument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether an attestation is about the bytes that are there now: those under {@code subject}, or the
 * files of the element. A statement about other bytes is the usual way to be wrong without knowing.
 */
sealed interface AttestedBytes {
  /** The argument that names what it is about. */
  String SUBJECT = "subject";

  /** Those that are about the bytes. */
  Set<String> ARGUMENTS = Set.of(SUBJECT, "reason");

  /** How many digests of a statement a message lists. */
  int SHOWN = 3;

  /**
   * Every file is a subject of the statement.
   *
   * @param about what it is about, in words
   * @param digests of the files
   */
  record Right(String about, Map<String, String> digests) implements AttestedBytes {}

  /** It is not, or cannot be known to be. */
  record Wrong(String detail, String next) implements AttestedBytes {}

  /** Compares the files as they are with what the statement names. */
  static AttestedBytes of(Offer offer, Statement statement) {
    List<String> named = named(offer);
    if (named.equals(List.of("none"))) {
      return unbound(offer);
    }
    try {
      return named.isEmpty()
          ? compare(offer, statement, elementFiles(offer))
          : compare(offer, statement, namedFiles(offer, named));
    } catch (Unfound unfound) {
      return new Wrong(unfound.detail, unfound.next);
    } catch (IOException unreadable) {
      return new Wrong(
          "What " + offer.shown() + " is about cannot be read.",
          "Make it readable to whoever runs the check.");
    }
  }

  private static List<String> named(Offer offer) {
    return offer.evidence().arguments().entrySet().stream()
        .filter(entry -> entry.getKey().equals(SUBJECT) || entry.getKey().startsWith(SUBJECT + "."))
        .map(Map.Entry::getValue)
        .map(Argument::text)
        .toList();
  }

  private static AttestedBytes unbound(Offer offer) {
    String reason = offer.argument("reason");
    return reason.isBlank()
        ? new Wrong(
            "It is not said why " + offer.shown() + " has to be about no file.",
            "Say it as reason: beside subject: none, or name the file that it is about.")
        : new Right("no file, since " + reason, Map.of());
  }

  private static SortedMap<String, Path> namedFiles(Offer offer, List<String> names)
      throws Unfound {
    SortedMap<String, Path> files = new TreeMap<>();
    for (String name : names) {
      switch (RepositoryFile.find(name, offer.context())) {
        case RepositoryFile.Found(var path) ->
            files.put(RepositoryFile.inRepository(name, offer.context()), path);
        case RepositoryFile.Refused(var why) ->
            throw new Unfound(
                "The subject " + offer.shown(name) + " " + why + ".",
                "Name a file inside the repository as subject.");
      }
    }
    return files;
  }

  private static SortedMap<String, Path> elementFiles(Offer offer) throws IOException, Unfound {
    Path root = offer.context().repository().toRealPath();
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path file : offer.elementFiles()) {
      files.put(root.relativize(file.toRealPath()).toString().replace('\\', '/'), file);
    }
    if (files.isEmpty() && !offer.patterns().isEmpty()) {
      throw new Unfound(
          "No file of %s is there, or only links out of the repository, so %s is about nothing."
              .formatted(offer.context().claim().element(), offer.shown()),
          "Put the files themselves where files of the element says.");
    }
    if (files.isEmpty()) {
      throw new Unfound(
          "It is not said which bytes " + offer.shown() + " has to be about.",
          "Name them under files of "
              + offer.context().claim().element()
              + ", or as subject: PATH; or write subject: none with a reason.");
    }
    return files;
  }

  private static AttestedBytes compare(
      Offer offer, Statement statement, SortedMap<String, Path> files) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String found = sha256(file.getValue());
      digests.put(file.getKey(), "sha256:" + found);
      if (statement.subjects().stream().noneMatch(subject -> is(subject, found))) {
        wrong.add(file.getKey() + " has sha256 " + found);
      }
    }
    return wrong.isEmpty()
        ? new Right(files.size() == 1 ? files.firstKey() : files.size() + " files", digests)
        : new Wrong(
            "%s is about other bytes: %s%s, and it names %s."
                .formatted(
                    offer.shown(),
                    String.join(", ", wrong.subList(0, Math.min(SHOWN, wrong.size()))),
                    wrong.size() > SHOWN ? " and %d more".formatted(wrong.size() - SHOWN) : "",
                    subjects(statement)),
            "Have what is there now attested again by whoever made the attestation, or put back"
                + " the bytes that it is about.");
  }

  private static boolean is(Subject subject, String sha256) {
    return subject.sha256().equals(Optional.of(sha256));
  }

  private static String subjects(Statement statement) {
    int more = statement.subjects().size() - SHOWN;
    return statement.subjects().stream()
            .limit(SHOWN)
            .map(subject ->
                subject.name().map(name -> name + " ").orElse("")
                    + subject.sha256().map(digest -> "sha256 " + digest).orElse("without sha256"))
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String sha256(Path file) throws IOException {
    byte[] digest =
        FileDigest.of(file, Long.MAX_VALUE)
            .orElseThrow(() -> new IOException("larger than any file"));
    return HexFormat.of().formatHex(digest);
  }

  /** There is nothing to compare with. */
  final class Unfound extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;
    private final String next;

    private Unfound(String detail, String next) {
      super(detail);
      this.detail = detail;
      this.next = next;
    }
  }
}
