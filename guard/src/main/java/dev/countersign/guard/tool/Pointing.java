package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.policy.Names;
import dev.countersign.guard.tool.trace.Pieces;
import dev.countersign.guard.tool.trace.Tokens;
import dev.countersign.guard.tool.trace.Trace;
import java.util.List;
import java.util.Set;

/**
 * Whether the user's request speaks of the kind of content that a value comes from: mail, a page, a
 * file. By the words in the name of the tool that returned it, so it is as coarse as those.
 */
final class Pointing {
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("email", "mail", "inbox", "message", "newsletter", "letter"),
          Set.of("message", "channel", "chat", "thread", "dm", "post", "conversation"),
          Set.of(
              "webpage", "page", "website", "site", "web", "url", "link", "browse", "visit",
              "article", "blog", "www", "http", "com", "online"),
          Set.of(
              "file",
              "document",
              "doc",
              "folder",
              "directory",
              "bill",
              "invoice",
              "note",
              "report",
              "pdf",
              "txt",
              "attachment",
              "list",
              "todo",
              "readme",
              "download",
              "read"),
          Set.of("review", "rating", "comment", "feedback"),
          Set.of("event", "calendar", "meeting", "appointment", "invitation", "schedule"),
          Set.of("issue", "ticket", "pull", "repository", "repo", "readme", "code", "branch"));

  private Pointing() {}

  /** Whether it does; also of what was found nowhere, since no content can be named for it. */
  static boolean at(Trace trace, Pieces pieces) {
    return trace
        .source()
        .filter(source -> source.kind() == Source.Kind.TOOL)
        .map(source -> spokenOf(source, pieces))
        .orElse(true);
  }

  private static boolean spokenOf(Source source, Pieces pieces) {
    List<String> words = Names.words(source.name()).stream().map(Tokens::stem).toList();
    return SAME.stream()
        .filter(group -> words.stream().anyMatch(group::contains))
        .anyMatch(group -> group.stream().anyMatch(pieces::userSaid));
  }
}
