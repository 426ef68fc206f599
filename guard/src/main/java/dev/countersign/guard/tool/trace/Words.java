package dev.countersign.guard.tool.trace;

import java.util.Set;

/** Words that identify nothing. */
final class Words {
  static final Set<String> COMMON =
      Set.of(
          "all", "and", "any", "are", "but", "can", "com", "day", "did", "for", "get", "had", "has",
          "her", "him", "his", "how", "inc", "its", "let", "may", "net", "new", "not", "now", "one",
          "org", "our", "out", "own", "per", "pdf", "png", "put", "see", "she", "the", "too", "txt",
          "two", "use", "via", "was", "way", "who", "why", "yes", "yet", "you",
          "about", "account", "after", "also", "amount", "been", "before", "could", "email",
          "emails", "file", "files", "from", "gmail", "have", "html", "into", "mail", "make",
          "message", "name", "need", "page", "please", "read", "received", "recipients", "send",
          "sent", "shall", "should", "subject", "that", "their", "them", "then", "there", "these",
          "they", "this", "today", "true", "false", "none", "user", "users", "want", "what", "when",
          "where", "which", "will", "with", "would", "year", "your", "month", "week", "tomorrow",
          "yesterday");

  private Words() {}
}
