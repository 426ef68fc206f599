package dev.countersign.guard.tool.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an argument is to its call. */
public enum Role {
  /** Chooses what happens: which account, which file, how much. Untrusted content must not. */
  CRITICAL,
  /** The same, and it is where data goes. */
  DESTINATION,
  /** What is sent or kept: anybody's text, but links in it count as critical. */
  CONTENT,
  /** Neither. */
  PLAIN;

  /** Whether it chooses what happens. */
  public boolean isCritical() {
    return this == CRITICAL || this == DESTINATION;
  }

  /** The word in policies: {@code critical}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
