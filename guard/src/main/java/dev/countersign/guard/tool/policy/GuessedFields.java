package dev.countersign.guard.tool.policy;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What fields hold, from their names. */
public final class GuessedFields {
  private static final Set<String> SECRETS =
      Set.of(
          "password", "passwd", "passphrase", "secret", "token", "otp", "pin", "cvv", "credential");
  private static final Set<String> PERSONAL =
      Set.of("email", "phone", "passport", "ssn", "birth", "birthday", "iban", "address", "mobile");

  static final Map<String, Trust> WRITTEN_BY_OTHERS =
      Stream.of(
              "body",
              "content",
              "review",
              "reviews",
              "comment",
              "comments",
              "description",
              "subject",
              "message",
              "messages",
              "text",
              "html",
              "note",
              "notes",
              "bio",
              "readme",
              "feedback",
              "memo")
          .collect(Collectors.toUnmodifiableMap(name -> name, name -> Trust.PUBLIC));

  private GuessedFields() {}

  /** How sensitive a field of that name is, where nobody said. */
  public static Sensitivity sensitivity(String field) {
    List<String> words = Names.words(field);
    if (Names.any(words, SECRETS)) {
      return Sensitivity.SECRET;
    }
    boolean account = words.contains("account") && words.contains("number");
    boolean id = words.contains("id") && words.contains("number");
    return Names.any(words, PERSONAL) || account || id ? Sensitivity.PERSONAL : Sensitivity.PUBLIC;
  }
}
