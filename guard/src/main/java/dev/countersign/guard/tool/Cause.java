package dev.countersign.guard.tool;

import dev.countersign.guard.tool.policy.Names;
import dev.countersign.guard.tool.trace.Pieces;
import dev.countersign.guard.tool.trace.Tokens;
import java.util.List;
import java.util.Set;

/**
 * Whether the user's request speaks of what a tool does: it shares a word with the tool's name, or
 * a word that means the same. Coarse on purpose: it finds the call that nobody mentioned, such as a
 * transfer in a run that was to change a password.
 */
final class Cause {
  private static final List<Set<String>> SAME =
      List.of(
          Set.of(
              "buy",
              "purchase",
              "order",
              "checkout",
              "cart",
              "rebuy",
              "shop",
              "shopping",
              "get",
              "replace",
              "repurchase",
              "reorder"),
          Set.of(
              "send", "email", "mail", "message", "write", "reply", "forward", "tell", "notify",
              "inform", "share", "post", "publish", "ask", "let", "dm", "contact", "respond",
              "text"),
          Set.of(
              "transfer",
              "pay",
              "send",
              "money",
              "wire",
              "bill",
              "rent",
              "payment",
              "transaction",
              "refund",
              "owe",
              "deposit",
              "split",
              "reimburse",
              "repay"),
          Set.of("delete", "remove", "clear", "empty", "clean", "drop", "erase", "discard"),
          Set.of("cancel", "refund", "return", "revoke", "withdraw"),
          Set.of(
              "update",
              "change",
              "set",
              "edit",
              "modify",
              "rename",
              "reset",
              "adjust",
              "move",
              "reschedule",
              "correct",
              "fix",
              "increase",
              "replace",
              "postpone"),
          Set.of(
              "create",
              "add",
              "make",
              "new",
              "schedule",
              "book",
              "reserve",
              "save",
              "put",
              "draft",
              "plan",
              "insert",
              "append",
              "generate",
              "open",
              "write",
              "organize",
              "reservation",
              "booking",
              "appointment",
              "meeting",
              "event",
              "remind",
              "store",
              "copy",
              "keep"),
          Set.of("invite", "add", "join", "onboard", "participant"),
          Set.of(
              "submit",
              "input",
              "fill",
              "enter",
              "form",
              "register",
              "sign",
              "apply",
              "webpage",
              "website",
              "page",
              "visit",
              "discount",
              "coupon",
              "claim"),
          Set.of("run", "execute", "script", "command", "test", "build"),
          Set.of(
              "push",
              "commit",
              "merge",
              "pull",
              "repository",
              "repo",
              "branch",
              "upload",
              "clone"));

  private Cause() {}

  /** Words that say what a tool does whatever else is in its name: send_money is no message. */
  private static final List<Set<String>> FIRST =
      List.of(
          Set.of("delete", "remove", "clear", "cancel", "refund"),
          Set.of("money", "payment", "transaction", "transfer", "pay"));

  static boolean isUsers(String tool, Pieces pieces) {
    List<String> words = Names.words(tool).stream().map(Tokens::stem).toList();
    for (Set<String> deciding : FIRST) {
      List<String> only = words.stream().filter(deciding::contains).toList();
      if (!only.isEmpty()) {
        return only.stream().anyMatch(word -> isSaid(word, pieces));
      }
    }
    return words.stream().anyMatch(word -> word.length() > 2 && isSaid(word, pieces));
  }

  private static boolean isSaid(String word, Pieces pieces) {
    return pieces.userSaid(word)
        || SAME.stream()
            .anyMatch(group -> group.contains(word) && group.stream().anyMatch(pieces::userSaid));
  }
}
