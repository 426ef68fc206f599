package dev.countersign.guard.tool.trace;

import java.util.Set;

/** Words that identify nothing. */
final class Words {
  static final Set<String> COMMON =
      Set.of(
          "about", "account", "after", "also", "amount", "been", "before", "could", "email",
          "emails", "file", "files", "from", "gmail", "have", "html", "into", "mail", "make",
          "message", "name", "need", "page", "please", "read", "received", "recipients", "send",
          "sent", "shall", "should", "subject", "that", "their", "them", "then", "there", "these",
          "they", "this", "today", "true", "false", "none", "user", "users", "want", "what", "when",
          "where", "which", "will", "with", "would", "year", "your", "month", "week", "tomorrow",
          "yesterday");

  private Words() {}
}
