package dev.countersign.benchmarks.fleet;

/** How an attacker sends its questions. */
enum Sending {
  /** Nothing else, from one account. */
  ALONE("alone", 1, 0, 1000),
  /** Three honest rows to each of the attack, from one account. */
  DILUTED_3("diluted-3", 1, 3, 1000),
  /** Nine honest rows to each of the attack, from one account. */
  DILUTED_9("diluted-9", 1, 9, 500),
  /** Nothing else, from ten accounts in random turns. */
  SPREAD("spread-10", 10, 0, 1000);

  private final String label;
  private final int accounts;
  private final int honest;
  private final int most;

  Sending(String label, int accounts, int honest, int most) {
    this.label = label;
    this.accounts = accounts;
    this.honest = honest;
    this.most = most;
  }

  /** As logs and truth name it. */
  String label() {
    return label;
  }

  /** From how many accounts. */
  int accounts() {
    return accounts;
  }

  /** Honest rows to each row of the attack. */
  int honest() {
    return honest;
  }

  /** How many rows of the attack are sent at most. */
  int most() {
    return most;
  }
}
