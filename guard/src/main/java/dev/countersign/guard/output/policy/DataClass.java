package dev.countersign.guard.output.policy;

import dev.countersign.guard.Decision;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Classes of content that a policy decides about, whatever the destination. */
public enum DataClass {
  /** Keys, tokens, passwords, private keys, connection strings. */
  SECRET(Decision.REJECT),
  /** Numbers of payment cards. */
  PAYMENT_CARD(Decision.REJECT),
  /** International bank account numbers. */
  BANK_ACCOUNT(Decision.REJECT),
  /** Numbers by which a state knows a person. */
  NATIONAL_ID(Decision.REJECT),
  /** Addresses for e-mail. */
  EMAIL(Decision.FLAG),
  /** Telephone numbers. */
  PHONE(Decision.FLAG),
  /** A stretch of the system prompt. */
  SYSTEM_PROMPT(Decision.REJECT),
  /** A canary token. */
  CANARY(Decision.REJECT),
  /** Text that people do not see and programs read. */
  INVISIBLE(Decision.REJECT);

  private final Decision usual;

  DataClass(Decision usual) {
    this.usual = usual;
  }

  /** What is decided where the policy says nothing. */
  public Decision usual() {
    return usual;
  }

  /** The word in policies: {@code payment-card}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class of that word. */
  public static Optional<DataClass> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
