package dev.countersign.guard.tool.policy;

import java.util.List;
import java.util.Set;

/** What an argument is to its call, from the words in its name. */
final class GuessedRole {
  private static final Set<String> DESTINATIONS =
      Set.of(
          "recipient",
          "to",
          "cc",
          "bcc",
          "url",
          "link",
          "address",
          "email",
          "channel",
          "host",
          "endpoint",
          "webhook",
          "domain",
          "site",
          "website",
          "iban",
          "account",
          "destination",
          "target",
          "receiver",
          "participant",
          "attendee",
          "user",
          "phone",
          "uri",
          "member",
          "collaborator",
          "username");
  private static final Set<String> CONTENTS =
      Set.of(
          "body",
          "content",
          "text",
          "message",
          "description",
          "subject",
          "title",
          "comment",
          "note",
          "reason",
          "summary",
          "caption",
          "value",
          "memo",
          "details",
          "html",
          "data",
          "readme");
  private static final Set<String> HARMLESS =
      Set.of(
          "date",
          "time",
          "start",
          "end",
          "day",
          "duration",
          "page",
          "limit",
          "offset",
          "sort",
          "otp",
          "verification",
          "pin",
          "format",
          "lang",
          "language",
          "quantity",
          "dir",
          "folder",
          "recurring",
          "discount",
          "coupon",
          "priority",
          "label",
          "visibility");
  private static final Set<String> MAKES = Set.of("create", "new", "make", "draft");
  private static final Set<String> NEW = Set.of("name", "filename", "location", "title", "color");
  private static final Set<String> MODES =
      Set.of("permission", "role", "mode", "type", "status", "state", "method", "kind", "level");
  private static final Set<String> ADDRESSES = Set.of("url", "uri", "link", "website", "webpage");

  private GuessedRole() {}

  static Role of(Effect effect, List<String> tool, String argument) {
    List<String> words = Names.words(argument);
    if (effect == Effect.READ) {
      return Role.PLAIN;
    }
    if (effect == Effect.FETCH) {
      return Names.any(words, ADDRESSES) ? Role.DESTINATION : Role.PLAIN;
    }
    if (effect == Effect.EXECUTE) {
      return Role.CRITICAL;
    }
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    List<String> kind = List.of(last);
    if (Names.any(kind, HARMLESS) || Names.any(words, Set.of("discount", "otp"))) {
      return Role.PLAIN;
    }
    boolean makes = effect == Effect.WRITE || effect == Effect.SEND;
    if (makes && Names.any(tool, MAKES) && Names.any(kind, NEW)) {
      return Role.PLAIN;
    }
    if (effect != Effect.CONFIGURE && Names.any(kind, MODES)) {
      return Role.PLAIN;
    }
    if (Names.any(kind, CONTENTS)) {
      return Role.CONTENT;
    }
    if (effect == Effect.SEND && Names.any(words, Set.of("input", "field"))) {
      return Role.PLAIN;
    }
    boolean code = last.equals("code") && words.size() > 1;
    if (code && Names.any(words, Set.of("discount", "verification", "promo", "coupon"))) {
      return Role.PLAIN;
    }
    return effect.outbound() && Names.any(words, DESTINATIONS) ? Role.DESTINATION : Role.CRITICAL;
  }
}
