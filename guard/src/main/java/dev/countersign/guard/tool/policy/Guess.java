package dev.countersign.guard.tool.policy;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rule of a tool that nobody described, from the words in its name and in those of its
 * arguments. When in doubt a tool changes something and an argument is critical. What others can
 * write into (mail, messages, pages, files, reviews, events, issues) is {@code public}.
 */
public final class Guess {
  private static final Set<String> READS =
      Set.of(
          "get",
          "list",
          "read",
          "search",
          "find",
          "view",
          "show",
          "check",
          "lookup",
          "query",
          "count",
          "describe",
          "retrieve",
          "calculate",
          "compute",
          "summarize",
          "total",
          "inspect",
          "download",
          "load",
          "verify",
          "validate",
          "current",
          "is",
          "has",
          "compare",
          "history",
          "status",
          "extract",
          "fetch",
          "browse",
          "visit",
          "open",
          "navigate",
          "crawl",
          "scrape");
  private static final Set<String> ADDRESSES = Set.of("url", "uri", "link", "website", "webpage");
  private static final Set<String> OTHERS =
      Set.of("url", "uri", "webhook", "participant", "attendee", "recipient", "email", "cc", "bcc");
  private static final Set<String> FILES = Set.of("file", "path", "filename", "document");
  private static final Set<String> CODE = Set.of("sql", "command", "cmd", "script", "shell");
  private static final Set<String> PREPOSITIONS =
      Set.of("in", "by", "for", "of", "from", "with", "through", "to", "on", "at");
  private static final Set<String> SENDS =
      Set.of(
          "send", "post", "publish", "share", "invite", "forward", "reply", "input", "submit",
          "fill", "type", "upload", "email", "message", "tweet", "notify", "tell", "sms", "push",
          "export", "webhook", "call");
  private static final Set<String> SPENDS =
      Set.of(
          "pay",
          "transfer",
          "buy",
          "purchase",
          "checkout",
          "order",
          "money",
          "payment",
          "refund",
          "withdraw",
          "deposit",
          "donate",
          "transaction",
          "wire",
          "book",
          "reserve",
          "subscribe");
  private static final Set<String> DELETES =
      Set.of("delete", "remove", "clear", "cancel", "drop", "erase", "purge", "unsubscribe");
  private static final Set<String> CONFIGURES =
      Set.of(
          "password",
          "permission",
          "role",
          "grant",
          "revoke",
          "settings",
          "config",
          "configure",
          "login",
          "authorize",
          "collaborator",
          "key",
          "token",
          "ssh");
  private static final Set<String> EXECUTES =
      Set.of(
          "execute", "exec", "run", "eval", "shell", "bash", "command", "python", "sql", "script");
  private static final Set<String> OTHERS_WRITE =
      Set.of(
          "email",
          "mail",
          "inbox",
          "message",
          "webpage",
          "web",
          "page",
          "url",
          "browse",
          "visit",
          "file",
          "review",
          "comment",
          "post",
          "issue",
          "document",
          "doc",
          "note",
          "event",
          "calendar",
          "rating",
          "feed",
          "news",
          "thread",
          "chat",
          "ticket",
          "article",
          "readme",
          "repository",
          "repo",
          "content",
          "attachment",
          "pull",
          "request",
          "tweet",
          "website",
          "download");

  private Guess() {}

  /** The rule of a tool from its name and the names of its arguments. */
  public static ToolRule of(String tool, Collection<String> arguments) {
    return of(tool, arguments, effect(Names.words(tool), arguments));
  }

  /** The same, of a tool whose effect is known. */
  public static ToolRule of(String tool, Collection<String> arguments, Effect effect) {
    List<String> words = Names.words(tool);
    Trust needs = effect == Effect.SPEND ? Trust.STAFF : Trust.PARTNER;
    Map<String, ArgumentRule> rules = new HashMap<>();
    for (String argument : arguments) {
      rules.put(argument, ArgumentRule.of(GuessedRole.of(effect, words, argument), needs));
    }
    return new ToolRule(
        effect,
        effect.changes() && !words.contains("login"),
        true,
        Optional.empty(),
        rules,
        Optional.empty(),
        result(words, effect, has(arguments, FILES)),
        Budget.NONE,
        false);
  }

  private static Effect effect(List<String> words, Collection<String> arguments) {
    String first = words.isEmpty() ? "" : words.get(0);
    if (EXECUTES.contains(first) || has(arguments, CODE)) {
      return Effect.EXECUTE;
    }
    boolean reads = READS.contains(first) || words.contains("verify");
    Effect change = change(words);
    if (reads || change == Effect.WRITE && (arguments.isEmpty() || Names.any(words, READS))) {
      return has(arguments, ADDRESSES) ? Effect.FETCH : Effect.READ;
    }
    return change == Effect.WRITE && has(arguments, OTHERS) ? Effect.SEND : change;
  }

  private static boolean has(Collection<String> arguments, Set<String> words) {
    return arguments.stream().anyMatch(name -> Names.any(Names.words(name), words));
  }

  /** What is returned: the words before {@code in}, {@code by}, {@code for} and the like. */
  private static List<String> object(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (PREPOSITIONS.contains(words.get(i))) {
        return words.subList(0, i);
      }
    }
    return words;
  }

  private static Effect change(List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    if (DELETES.contains(first)) {
      return Effect.DELETE;
    }
    if (Names.any(words, SPENDS)) {
      return Effect.SPEND;
    }
    if (SENDS.contains(first)) {
      return Effect.SEND;
    }
    if (Names.any(words, CONFIGURES)) {
      return Effect.CONFIGURE;
    }
    if (Names.any(words, DELETES)) {
      return Effect.DELETE;
    }
    return Names.any(words, SENDS) ? Effect.SEND : Effect.WRITE;
  }

  private static ResultRule result(List<String> words, Effect effect, boolean file) {
    boolean named = file || Names.any(object(words), OTHERS_WRITE);
    boolean others = !effect.changes() && named || effect == Effect.FETCH;
    // What a call that changes something answers is said by the service itself.
    Trust text = effect.changes() && effect != Effect.EXECUTE ? Trust.OPERATOR : Trust.PUBLIC;
    return new ResultRule(
        others || effect == Effect.EXECUTE ? Trust.PUBLIC : Trust.OPERATOR,
        text,
        GuessedFields.WRITTEN_BY_OTHERS,
        Optional.empty(),
        Sensitivity.INTERNAL,
        Map.of());
  }
}
